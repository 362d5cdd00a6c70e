// npm run words: which messages the catalogues lack, and which of theirs nobody says any more. `npm run words -- --add`
// puts what is lacking into them, to be filled in, and takes out what is not said.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogued, differenceOf, readMessages, type TranslatedLanguage } from './catalogues.ts'

const root = join(import.meta.dirname, '..')
const adds = process.argv.includes('--add')
const keys = new Set(readMessages(root).messages.map(({ key }) => key))

for (const { language, catalogue } of catalogued()) {
  const { missing, superfluous } = differenceOf(keys, catalogue)
  console.log(
    `${language}: ${keys.size - missing.length} of ${keys.size} translated, ${superfluous.length} not said any more`,
  )
  if (adds) write(language, catalogue)
  else {
    for (const key of missing) console.log(`  lacks ${key}`)
    for (const key of superfluous) console.log(`  is not said: ${key}`)
  }
}

function write(language: TranslatedLanguage, catalogue: Readonly<Record<string, string>>): void {
  const sorted = [...keys].toSorted().map((key) => [key, catalogue[key] ?? ''] as const)
  const text = JSON.stringify(Object.fromEntries(sorted), null, 2)
  writeFileSync(join(root, 'languages', `${language}.json`), `${text}\n`)
}
