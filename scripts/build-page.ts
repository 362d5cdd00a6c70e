// npm run build: the page in every language. `npm run build -- de` builds one, or several, for whoever is at work on it.
import { join } from 'node:path'
import { build } from 'vite'
import { Language } from '#contract/language'
import { pageIn } from '../vite.config.ts'

/** While one waits for what it compresses, another is bundled. */
const AT_ONCE = 2

process.chdir(join(import.meta.dirname, '..'))
const given = process.argv.slice(2)
const left = given.length > 0 ? given.map((word) => Language.parse(word)) : [...Language.options]
await Promise.all(Array.from({ length: AT_ONCE }, buildNext))

async function buildNext(): Promise<void> {
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    await build({ ...pageIn(next), configFile: false, logLevel: 'warn' })
  }
}
