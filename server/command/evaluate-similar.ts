// `foyer evaluate similar`: how well similar questions are found, judged by labelled ones.
import { readFile } from 'node:fs/promises'
import { clock } from '#platform/clock'
import { evaluateSimilar, readLabelled, similarReport, UnreadableQuestions } from '#rooms/answers'
import { note } from './note.ts'
import { readOptions } from './read-options.ts'
import type { withThrowAwayDatabase } from './throw-away-database.ts'
import { WrongCommand } from './wrong-command.ts'

const OPTIONS = {
  corpus: { type: 'string' },
  queries: { type: 'string' },
  json: { type: 'boolean' },
} as const

export const SIMILAR_TO_TYPE = 'foyer evaluate similar --corpus <tsv> --queries <tsv> [--json]'

/**
 * What the command prints.
 * @throws WrongCommand when the words make no sense, or the files cannot be read or understood
 */
export async function similarEvaluationText(
  words: string[],
  lend: typeof withThrowAwayDatabase,
): Promise<string> {
  const { values } = readOptions({ args: words, options: OPTIONS })
  if (values.corpus === undefined) throw new WrongCommand(`Say which questions there are: ${SIMILAR_TO_TYPE}`)
  if (values.queries === undefined) throw new WrongCommand(`Say what is asked: ${SIMILAR_TO_TYPE}`)
  const labelled = understood({
    corpus: await textOf(values.corpus),
    queries: await textOf(values.queries),
  })
  note(`Asking ${labelled.queries.length} questions of ${labelled.corpus.length} …`)
  const evaluation = await lend((db) => evaluateSimilar(db, { labelled, now: clock() }))
  return values.json === true ? `${JSON.stringify(evaluation, null, 2)}\n` : similarReport(evaluation)
}

function understood(given: { corpus: string; queries: string }) {
  try {
    return readLabelled(given)
  } catch (error) {
    if (error instanceof UnreadableQuestions) throw new WrongCommand(error.message)
    throw error
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new WrongCommand(`There is no file "${path}" that can be read.`)
  }
}
