// What an undo would take out, or took out, in words for a terminal.
import type { UndoPlan } from '#contract/import'
import { counted, indented, numbered } from './report-words.ts'
import type { UndoCounts } from './undo-tally.ts'

export function undoPlanReport(plan: UndoPlan): string {
  const { words, wordsStaying, staying, reactions, files, spaces, people } = plan
  return lines([
    `${counted(words, 'message')} would go, with what hangs on them.`,
    ...(wordsStaying > 0 ? [`${counted(wordsStaying, 'message')} would stay:`] : []),
    ...staying.map(({ reason, count }) => indented(`${numbered(count)}  ${reason}`)),
    `Besides, as far as nothing of others is in or about them: ${counted(spaces, 'space')}, ${peopleOf(people)},`,
    `${counted(files, 'file')}, and ${counted(reactions, 'reaction')} to what was there before.`,
    '',
    'Nothing was changed. Give the same command with --apply to undo the import. Importing again is the way back.',
  ])
}

export function undoneReport(counts: UndoCounts): string {
  const { words, reactions, files, spaces, members, addresses, people, stayed } = counts
  return lines([
    `Gone: ${counted(words, 'message')}, ${counted(spaces, 'space')}, ${peopleOf(people)}, ${counted(files, 'file')},`,
    `${counted(reactions, 'reaction')} to what was there before, ${counted(members, 'membership')} and ${counted(addresses, 'merged address').replace('addresss', 'addresses')}.`,
    ...(stayed.length > 0 ? ['Stayed:'] : []),
    ...stayed.map(({ what, reason, count }) => indented(`${numbered(count)} ${what}: ${reason}`)),
  ])
}

function peopleOf(count: number): string {
  return count === 1 ? '1 person' : `${numbered(count)} people`
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
