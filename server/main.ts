#!/usr/bin/env node
// The command line of Foyer, and the only file that acts when it is imported.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { WrongDatabase } from '#platform/migrate'
import { PostgresTrouble } from '#platform/postgres/postgres-trouble'
import { readSettings, WrongSetting } from '#platform/settings'
import { WrongCommand } from './command/wrong-command.ts'

// What was compiled once need not be compiled at the next start. It works for what is loaded after this line, which
// is why each command is loaded when it is called.
enableCompileCache()

const HELP = `foyer <command>

  start                                      run Foyer
  import people <csv> [--apply] [--mark-leavers]
  import slack <zip> [--apply]
  import mattermost <jsonl|zip> [--apply]
  import mbox <file|folder> [--list-as-space] [--apply]
                                             say what would come in; with --apply, bring it in;
                                             with --verbose, name every place that loses something
  import list                                the imports that there were
  import undo <id> [--apply]                 say what would go out again; with --apply, take it out
  backup [<file>]                            put the whole network into one file, while it runs
  restore <file>                             bring a backup back into an empty place
  export answers --out <folder> [--format markdown|site] [--language de]
                                             what is answered in open spaces, to be read elsewhere
  brief --for <address> [--minutes 3|5|10|15] [--at <time>] [--json]
                                             print a brief as of a time
  evaluate brief --archive <mbox|folder> … --person <address> [--from <day>] [--to <day>] [--json]
                                             judge the brief by what somebody then answered
  evaluate similar --corpus <tsv> --queries <tsv> [--json]
                                             judge how well similar questions are found

Settings are environment variables; README.md lists them.
`

async function run(words: string[]): Promise<void> {
  const [command = 'help', ...rest] = words
  if (command === 'help' || command === '--help') {
    process.stdout.write(HELP)
    return
  }
  const settings = readSettings(process.env, join(import.meta.dirname, '..'))
  if (command === 'start') return (await import('./command/start-command.ts')).startCommand(settings)
  if (command === 'import') return (await import('./command/import-command.ts')).importCommand(settings, rest)
  if (command === 'backup') return (await import('./command/backup-command.ts')).backupCommand(settings, rest)
  if (command === 'restore')
    return (await import('./command/backup-command.ts')).restoreCommand(settings, rest)
  if (command === 'export') return (await import('./command/export-command.ts')).exportCommand(settings, rest)
  if (command === 'brief') return (await import('./command/brief-command.ts')).briefCommand(settings, rest)
  if (command === 'evaluate') return (await import('./command/evaluate-command.ts')).evaluateCommand(rest)
  throw new WrongCommand(`There is no command "${command}". Try: foyer help`)
}

const EXPECTED = [WrongSetting, WrongCommand, WrongDatabase, PostgresTrouble]

try {
  await run(process.argv.slice(2))
} catch (error) {
  const isExpected = EXPECTED.some((kind) => error instanceof kind)
  process.stderr.write(`${isExpected && error instanceof Error ? error.message : describe(error)}\n`)
  process.exitCode = 1
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
