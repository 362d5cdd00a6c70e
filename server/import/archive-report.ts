// What an archive import did, or would do, in words for a terminal.
import type { Whereabouts } from './archive.ts'
import type { ArchiveOutcome } from './archive-import.ts'
import { isSkippedMessage, type Reason } from './archive-tally.ts'
import { counted, dayOf, indented, numbered } from './report-words.ts'

export type ReportDetail = 'short' | 'verbose'

const SOURCES = {
  slack: 'Slack export',
  mattermost: 'Mattermost export',
  mbox: 'Mail archive',
} as const

/** The report on an archive; `verbose` names every merged address, and every place that was remembered. */
export function archiveReport(outcome: ArchiveOutcome, detail: ReportDetail): string {
  const { isApplied, tally } = outcome
  const { found, fresh, known, skipped } = tally.counts
  const lines = [
    `${SOURCES[outcome.source]} ${outcome.file}`,
    '',
    peopleLine(outcome),
    spacesLine(outcome),
    `Messages: ${numbered(found)} found = ${numbered(fresh)} new + ${numbered(known)} known + ${numbered(skipped)} skipped.${spanOf(outcome)}`,
    ...fileLines(outcome),
    ...reasonLines('Skipped messages', tally.reasons.filter(isSkippedMessage)),
    ...reasonLines(
      'Left aside, no messages',
      tally.reasons.filter((reason) => reason.outcome === 'skipped' && !isSkippedMessage(reason)),
    ),
    ...reasonLines(
      'Changed on the way in',
      tally.reasons.filter((reason) => reason.outcome === 'lossy'),
    ),
    ...mergeLines(outcome, detail),
    '',
    isApplied
      ? `It is in. The way back: foyer import undo ${outcome.id}`
      : 'Nothing was changed. Give the same command with --apply to bring this in.',
  ]
  return `${lines.join('\n')}\n`
}

function peopleLine({ people, isApplied }: ArchiveOutcome): string {
  const automatic = people.automatic > 0 ? `, ${numbered(people.automatic)} of them automatic senders` : ''
  const become = isApplied ? 'became' : 'would become'
  return (
    `People: ${numbered(people.found)} found, ${numbered(people.found - people.fresh)} here already; ` +
    `${numbered(people.fresh)} ${become} known and are not let in until somebody adds them${automatic}.`
  )
}

function spacesLine({ spaces, isApplied }: ArchiveOutcome): string {
  const fresh = isApplied ? ` ${numbered(spaces.fresh)} new.` : ''
  const named = counted(spaces.named, 'space')
  return `Spaces: ${named} and ${counted(spaces.conversations, 'private conversation')}.${fresh}`
}

function fileLines({ files: { found, fresh }, isApplied }: ArchiveOutcome): string[] {
  if (found === 0) return []
  return [`Files: ${numbered(found)} found, ${numbered(fresh)} ${isApplied ? 'came' : 'would come'} in.`]
}

function spanOf({ tally: { firstAt, lastAt } }: ArchiveOutcome): string {
  return firstAt && lastAt ? ` From ${dayOf(firstAt)} to ${dayOf(lastAt)}.` : ''
}

function reasonLines(title: string, reasons: readonly Reason[]): string[] {
  if (reasons.length === 0) return []
  const total = reasons.reduce((sum, { count }) => sum + count, 0)
  return [
    '',
    `${title}: ${numbered(total)}`,
    ...reasons.flatMap(({ reason, count, examples }) => [
      `${numbered(count).padStart(9)}  ${reason}`,
      ...examples.map((place) => indented(placeOf(place))),
      ...(count > examples.length && examples.length > 0 ? [indented('…')] : []),
    ]),
  ]
}

function placeOf({ file, line }: Whereabouts): string {
  return `${file}:${line}`
}

function mergeLines({ merges }: ArchiveOutcome, detail: ReportDetail): string[] {
  if (merges.length === 0) return []
  const title = `Addresses taken for somebody known by another one: ${numbered(merges.length)}`
  if (detail === 'short') return ['', `${title}. --verbose names them, and each can be split off again.`]
  return ['', title, ...merges.map(({ address, evidence }) => `  ${address}: ${evidence}`)]
}
