// `foyer export answers`: what is answered in open spaces, as Markdown or as a site, in a folder.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Language } from '#contract/language'
import type { ExportFormat } from '#contract/library'
import { clock } from '#platform/clock'
import { openDatabase } from '#platform/database'
import { openDb, openPool } from '#platform/db'
import type { Settings } from '#platform/settings'
import { EXPORTED_MAX, exportAnswers } from '#rooms/answers'
import { note } from './note.ts'
import { readOptions } from './read-options.ts'
import { WrongCommand } from './wrong-command.ts'

const OPTIONS = {
  out: { type: 'string' },
  format: { type: 'string', default: 'markdown' },
  language: { type: 'string', default: 'en' },
} as const
const WHAT_TO_TYPE = 'foyer export answers --out <folder> [--format markdown|site] [--language de]'

export async function exportCommand(settings: Settings, words: string[]): Promise<void> {
  const { folder, ...wanted } = readWords(words)
  const database = await openDatabase({ settings, say: note, mayJoin: 'may-join' })
  const db = openDb(openPool({ url: database.url, connections: 2 }))
  try {
    const today = clock().toZonedDateTimeISO('UTC').toPlainDate().toString()
    const { files, isCut } = await exportAnswers({
      ...wanted,
      db,
      today,
      sight: 'open',
      baseUrl: settings.baseUrl,
    })
    let count = 0
    for await (const { path, text } of files) {
      const target = join(folder, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, text)
      count += 1
    }
    process.stdout.write(`${folder}\n${count} files.\n`)
    if (isCut) note(`Only the latest ${EXPORTED_MAX} answers are in it: more are not exported at once.`)
  } finally {
    await db.destroy()
    await database.stop()
  }
}

type Wanted = { folder: string; format: ExportFormat; language: Language }

function readWords(words: string[]): Wanted {
  const [what, ...rest] = words
  if (what !== 'answers') throw new WrongCommand(`Say what to export: ${WHAT_TO_TYPE}`)
  const { values } = readOptions({ args: rest, options: OPTIONS })
  if (values.out === undefined) throw new WrongCommand(`Say into which folder: ${WHAT_TO_TYPE}`)
  if (values.format !== 'markdown' && values.format !== 'site')
    throw new WrongCommand(`"${values.format}" is no format. Take markdown or site.`)
  const language = Language.safeParse(values.language)
  if (!language.success)
    throw new WrongCommand(`Foyer does not speak "${values.language}". Take ${Language.options.join(', ')}.`)
  const folder = resolve(values.out)
  mkdirSync(folder, { recursive: true })
  if (readdirSync(folder).length > 0) throw new WrongCommand(`${folder} is not empty. Name a fresh folder.`)
  return { folder, format: values.format, language: language.data }
}
