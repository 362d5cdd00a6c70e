// Breaks an archive: bits, bytes, lines, values, entries and the headers of zips.
import { madeZip } from '../reading/made-zip.ts'
import type { Chance } from './chance.ts'
import type { SeedArchive, SeedFile } from './seed-archives.ts'

type Mutate = (bytes: Buffer, chance: Chance) => Buffer

/** The bytes of an archive that is broken in one to four places. */
export function brokenArchive(archive: SeedArchive, chance: Chance): Buffer {
  let files = [...archive.files]
  for (let count = 1 + chance.below(3); count > 0; count -= 1) files = brokenFiles(files, chance)
  if (!archive.isZip) return files[0]?.content ?? Buffer.alloc(0)
  const zip = zipOf(files)
  return chance.below(3) === 0 ? chance.oneOf(ofZips)(zip, chance) : zip
}

function zipOf(files: readonly SeedFile[]): Buffer {
  return madeZip(files)
}

function brokenFiles(files: SeedFile[], chance: Chance): SeedFile[] {
  if (files.length > 1 && chance.below(5) === 0) return chance.oneOf(ofEntries)(files, chance)
  const at = chance.below(files.length)
  return files.map((file, index) =>
    index === at ? { ...file, content: chance.oneOf(ofContents)(file.content, chance) } : file,
  )
}

const spanIn = (bytes: Buffer, chance: Chance): [number, number] => {
  const from = chance.below(bytes.length + 1)
  return [from, Math.min(bytes.length, from + chance.below(200))]
}

const flipped: Mutate = (bytes, chance) => {
  const copy = Buffer.from(bytes)
  if (copy.length === 0) return copy
  const at = chance.below(copy.length)
  copy.writeUInt8(copy.readUInt8(at) ^ (1 << chance.below(8)), at)
  return copy
}

const cutOff: Mutate = (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1))

const removed: Mutate = (bytes, chance) => {
  const [from, to] = spanIn(bytes, chance)
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
}

const doubled: Mutate = (bytes, chance) => {
  const [from, to] = spanIn(bytes, chance)
  return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
}

const noise: Mutate = (bytes, chance) => {
  const [from] = spanIn(bytes, chance)
  const some = Buffer.from(Array.from({ length: 1 + chance.below(16) }, () => chance.below(256)))
  return Buffer.concat([bytes.subarray(0, from), some, bytes.subarray(from)])
}

function ofLines(change: (lines: string[], chance: Chance) => string[]): Mutate {
  return (bytes, chance) =>
    Buffer.from(change(bytes.toString('latin1').split('\n'), chance).join('\n'), 'latin1')
}

const lineRemoved = ofLines((lines, chance) => lines.toSpliced(chance.below(lines.length), 1))
const lineDoubled = ofLines((lines, chance) => {
  const at = chance.below(lines.length)
  return lines.toSpliced(chance.below(lines.length), 0, lines[at] ?? '')
})
const linesSwapped = ofLines((lines, chance) => {
  const [one, other] = [chance.below(lines.length), chance.below(lines.length)]
  return lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '')
})

const DEPTH = 3000
const ODD_VALUES = [
  ...[
    'null',
    'true',
    '-1',
    '0',
    '1e308',
    '-1e-308',
    '99999999999999999999999',
    '253402300800',
    '""',
    '[]',
    '{}',
  ],
  ...[
    '"\\u0000"',
    '"\\ud800"',
    '"\\ufdd0\\u202e"',
    '"__proto__"',
    '"constructor"',
    '{"__proto__":{"id":"U1"}}',
  ],
  ...[
    '"<script>alert(1)</script>"',
    `"${'@ana '.repeat(500)}"`,
    `"${'*_~`['.repeat(2000)}"`,
    `"${'x'.repeat(200_000)}"`,
  ],
  ...[
    '['.repeat(DEPTH) + ']'.repeat(DEPTH),
    `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`,
    '["U1","U1",7]',
  ],
] as const

/** Puts another value in the place of one of JSON. */
const valueChanged: Mutate = (bytes, chance) => {
  const text = bytes.toString('latin1')
  const values = [...text.matchAll(/(?<=[:[,]\s*)(?:"(?:[^"\\]|\\.)*"|-?[\d.]+|true|false|null)/g)]
  if (values.length === 0) return noise(bytes, chance)
  const { index, 0: value } = chance.oneOf(values)
  const odd = chance.oneOf([...ODD_VALUES, chance.oneOf(values)[0]])
  return Buffer.from(text.slice(0, index) + odd + text.slice(index + value.length), 'latin1')
}

const badUtf8: Mutate = (bytes, chance) => {
  const [from] = spanIn(bytes, chance)
  const bad = chance.oneOf(['\xff\xfe', '\xc3', '\xed\xa0\x80', '\xf8\x88\x80\x80\x80', '\0\0'])
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(bad, 'latin1'), bytes.subarray(from)])
}

const ofContents: readonly Mutate[] = [
  ...[flipped, cutOff, removed, doubled, noise, lineRemoved, lineDoubled, linesSwapped, badUtf8],
  ...[valueChanged, valueChanged, valueChanged, valueChanged],
]

const ODD_NAMES = [
  ...['../lobby/2017-07-14.json', '/etc/passwd', 'users.json', 'lobby/2017-07-14.json', 'x\0y.json', ''],
  ...[
    'lobby/2017-13-99.json',
    '__MACOSX/users.json',
    'teams/x/users.json',
    'a.jsonl',
    `${'d/'.repeat(400)}x.json`,
  ],
] as const

const ofEntries: readonly ((files: SeedFile[], chance: Chance) => SeedFile[])[] = [
  (files, chance) => files.toSpliced(chance.below(files.length), 1),
  (files, chance) => [...files, chance.oneOf(files)],
  (files, chance) => {
    const at = chance.below(files.length)
    return files.map((file, index) => (index === at ? { ...file, name: chance.oneOf(ODD_NAMES) } : file))
  },
  (files, chance) => {
    const [one, other] = [chance.oneOf(files), chance.oneOf(files)]
    return files.map((file) => (file === one ? { ...file, content: other.content } : file))
  },
  (files, chance) => {
    const at = chance.below(files.length)
    return files.map((file, index) =>
      index === at ? { ...file, mode: chance.oneOf([0o120777, 0, 0o40755]) } : file,
    )
  },
]

/** Lies in the list of a zip: sizes, places, ways of packing, flags, sums. */
const zipLies: Mutate = (bytes, chance) => {
  const copy = Buffer.from(bytes)
  const starts: number[] = []
  for (
    let at = copy.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = copy.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    starts.push(at)
  }
  if (starts.length === 0) return flipped(copy, chance)
  const [offset, width] = chance.oneOf([
    ...([
      [8, 2],
      [10, 2],
      [16, 4],
      [20, 4],
      [24, 4],
      [28, 2],
      [30, 2],
      [32, 2],
      [38, 4],
      [42, 4],
    ] as const),
  ])
  const at = chance.oneOf(starts) + offset
  if (at + width > copy.length) return flipped(copy, chance)
  const lie = chance.oneOf([0, 1, 99, 0xffff, 0x7fffffff, 0xffffffff, chance.below(70_000)])
  copy.writeUIntBE(lie % 2 ** (8 * width), at, width)
  return copy
}

const ofZips: readonly Mutate[] = [flipped, cutOff, removed, noise, zipLies, zipLies, zipLies]
