// npm run build: the page in every language. `npm run build -- de` builds one, or several, for whoever is at work on it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'
import { Language } from '#contract/language'
import { pageIn } from '../vite.config.ts'

/** Each takes one core and lends another now and then. */
const AT_ONCE = 2

async function main(given: string[]): Promise<void> {
  const languages = given.length > 0 ? given.map((word) => Language.parse(word)) : Language.options
  const [only, ...others] = languages
  if (only !== undefined && others.length === 0) return buildIn(only)
  const left = [...languages]
  const buildNext = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await buildBeside(next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, buildNext))
}

async function buildIn(language: Language): Promise<void> {
  process.chdir(join(import.meta.dirname, '..'))
  await build({ ...pageIn(language), configFile: false, logLevel: 'warn' })
}

/** In a process of its own, since most of a build keeps one core busy. */
function buildBeside(language: Language): Promise<void> {
  const child = spawn(process.execPath, [import.meta.filename, language], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The page could not be built in ${language}.`)),
    )
  })
}

await main(process.argv.slice(2))
