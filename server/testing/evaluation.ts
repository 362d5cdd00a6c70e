// Judging from the command line, on a database of its own each time.
import assert from 'node:assert/strict'
import { evaluationText } from '../command/evaluate-command.ts'
import { openImportDb } from '../command/open-import-db.ts'
import { WrongCommand } from '../command/wrong-command.ts'
import { cloneTestDatabase } from './test-database.ts'

const CONNECTIONS = 3

/** What the command prints, or the sentence with which it refuses. */
export async function evaluated(words: string[]): Promise<string> {
  try {
    return await evaluationText(words, async (use) => {
      const { url, stop } = await cloneTestDatabase()
      const db = openImportDb(url, CONNECTIONS)
      return use(db)
        .finally(() => db.destroy())
        .finally(stop)
    })
  } catch (error) {
    assert.ok(error instanceof WrongCommand, String(error))
    return error.message
  }
}
