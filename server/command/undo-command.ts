// `foyer import list` and `foyer import undo`: what came in, and taking one of it out again.
import type { Db } from '#platform/db'
import { listStandingImports, undoArchive, undoneReport, undoPlan, undoPlanReport } from '#rooms/import'
import { readOptions } from './read-options.ts'
import { WrongCommand } from './wrong-command.ts'

/** The last imports, one a line. */
export async function listCommand(db: Db): Promise<string> {
  const imports = await listStandingImports(db)
  if (imports.length === 0) return 'Nothing came in yet.\n'
  return imports
    .map(
      ({ id, source, file, state, startedAt, messages }) =>
        `${id}  ${startedAt.toString().slice(0, 16)}  ${source}  ${state}  ${messages.toLocaleString('en')} new  ${file}\n`,
    )
    .join('')
}

export type UndoWords = { id: string; isApplied: boolean }

export function readUndoWords(args: string[]): UndoWords {
  const options = { apply: { type: 'boolean' } } as const
  const { values, positionals } = readOptions({ args, options, allowPositionals: true })
  const [id, ...more] = positionals
  if (id === undefined || more.length > 0) {
    throw new WrongCommand(
      'Say which import to undo: foyer import undo <id>. "foyer import list" names them.',
    )
  }
  return { id, isApplied: values.apply === true }
}

/** Says what an undo would take out; takes it out when asked to. */
export async function undoCommand(
  db: Db,
  { id, isApplied }: UndoWords,
  onProgress: (messages: number) => void,
): Promise<string> {
  if (!isApplied) return undoPlanReport(await undoPlan(db, id))
  return undoneReport(await undoArchive({ db, id, onProgress }))
}
