// npm run new-migration -- <what it does>: makes the next migration, plain SQL that runs once and only forwards.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const migrationsFolder = 'server/migrations'
const numberDigits = 4

/** Why this cannot be the name of a migration, as a sentence; undefined when it can. */
export function whyNotMigration(name: string): string | undefined {
  if (/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) return undefined
  return `"${name}" cannot name a migration. Say what it does in small letters, such as decision-reviews.`
}

/**
 * Writes the next migration.
 * @param root the folder of the house
 * @param name in snake_case, without a number
 * @returns its path from the root, such as `server/migrations/0007_decisions.sql`
 */
export function makeMigration(root: string, { name, text }: { name: string; text: string }): string {
  const path = `${migrationsFolder}/${nextNumber(root)}_${name}.sql`
  writeFileSync(join(root, path), text, { flag: 'wx' })
  return path
}

function nextNumber(root: string): string {
  const folder = join(root, migrationsFolder)
  const names = existsSync(folder) ? readdirSync(folder) : []
  const last = Math.max(0, ...names.map((name) => Number.parseInt(name, 10)).filter(Number.isInteger))
  return String(last + 1).padStart(numberDigits, '0')
}

if (import.meta.main) {
  const { positionals } = parseArgs({ allowPositionals: true })
  const name = positionals.join('_').toLowerCase().replaceAll(/[- ]/g, '_')
  const no = whyNotMigration(name)
  if (no) {
    console.error(no)
    process.exitCode = 1
  } else {
    const text = `-- ${positionals.join(' ')}: why, in a sentence. It runs once; what it did is changed by the next one.\n`
    console.log(`Made ${makeMigration(join(import.meta.dirname, '..'), { name, text })}.`)
  }
}
