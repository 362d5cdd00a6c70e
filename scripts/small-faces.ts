// npm run small-faces: makes the files of web/ui/faces out of the package of the face in which people speak. They hold
// what nearly every page needs: the letters of western and central Europe, the weights that our styles use, and the
// features that a browser applies by itself or that our styles ask for. All else comes out of the package's own files.
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'

const { resolve } = createRequire(import.meta.url)
const facesFolder = join(import.meta.dirname, '../web/ui/faces')

const WEIGHTS = { min: 400, max: 700 }
const FEATURES = ['kern', 'liga', 'clig', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'rlig', 'tnum', 'lnum']

/** As `unicode-range` of the packages has it for their files named latin; web/ui/faces.css says the same. */
const LATIN = [
  [0x00, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x304, 0x304],
  [0x308, 0x308],
  [0x329, 0x329],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2191],
  [0x2193, 0x2193],
  [0x2212, 0x2212],
  [0x2215, 0x2215],
  [0xfeff, 0xfeff],
  [0xfffd, 0xfffd],
] as const
const LATIN_EXTENDED_A = [[0x100, 0x17f]] as const

type Ranges = readonly (readonly [number, number])[]

const faces: { name: string; from: string; ranges: Ranges }[] = [
  { name: 'serif-latin', from: 'source-serif-4/files/source-serif-4-latin-wght-normal', ranges: LATIN },
  {
    name: 'serif-latin-extended',
    from: 'source-serif-4/files/source-serif-4-latin-ext-wght-normal',
    ranges: LATIN_EXTENDED_A,
  },
]

for (const { name, from, ranges } of faces) {
  const whole = await readFile(resolve(`@fontsource-variable/${from}.woff2`))
  const small = await subsetFont(whole, textOf(ranges), {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    variationAxes: { wght: WEIGHTS },
  })
  await writeFile(join(facesFolder, `${name}.woff2`), small)
  console.log(`${name}: ${small.length} of ${whole.length} bytes`)
}

function textOf(ranges: Ranges): string {
  return ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .map((point) => String.fromCodePoint(point))
    .join('')
}
