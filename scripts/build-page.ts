// npm run build: the page in every language. `npm run build -- de` builds one, or several, for whoever is at work on it.
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { Language } from '#contract/language'
import { pageIn } from '../vite.config.ts'

/** While one waits for what it compresses, another is bundled. */
const AT_ONCE = 2

const root = join(import.meta.dirname, '..')
process.chdir(root)
const given = process.argv.slice(2)
const left = given.length > 0 ? given.map((word) => Language.parse(word)) : [...Language.options]
await Promise.all(Array.from({ length: AT_ONCE }, buildNext))

async function buildNext(): Promise<void> {
  for (let next = left.shift(); next !== undefined; next = left.shift()) await buildAside(next)
}

/** Apart, and put in its place when it is whole: a Foyer that starts meanwhile, or builds too, finds one or the other. */
async function buildAside(language: Language): Promise<void> {
  const page = pageIn(language)
  const aside = join(root, 'dist/aside', `${language}-${process.pid}`)
  await build({ ...page, build: { ...page.build, outDir: aside }, configFile: false, logLevel: 'warn' })
  const place = join(root, 'dist/web', language)
  await mkdir(join(root, 'dist/web'), { recursive: true })
  await rm(place, { recursive: true, force: true })
  await rename(aside, place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY') throw error
    // Somebody else put theirs there in between, of the same sources.
    return rm(aside, { recursive: true })
  })
}
