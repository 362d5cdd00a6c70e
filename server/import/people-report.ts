// What a people file did, or would do, in words for a terminal: counts that add up, then every remark with its row.
import type { PeopleOutcome } from './import-people.ts'
import type { ReportLine } from './people-csv/person-row.ts'
import type { RowOutcome } from './people-csv/plan-people.ts'
import { counted, indented, numbered } from './report-words.ts'

const SEVERITIES = ['error', 'warning', 'info'] as const
const OUTCOMES: Record<RowOutcome, string> = {
  added: 'added',
  changed: 'changed',
  unchanged: 'unchanged',
  'further-seat': 'further seats of people named in other rows',
  skipped: 'left out',
}

export function peopleReport({ plan, lines, ...outcome }: PeopleOutcome): string {
  const { counts } = plan.report
  const parts = (Object.keys(OUTCOMES) as RowOutcome[]).map(
    (each) => `${numbered(counts[each])} ${OUTCOMES[each]}`,
  )
  return `${[
    `People file ${outcome.file}, read as ${outcome.encoding}`,
    `Columns read: ${outcome.recognisedColumns.map(({ header, readAs }) => `${header} as ${readAs}`).join(', ')}.`,
    '',
    `Rows: ${numbered(counts.rows)} = ${parts.join(' + ')}.`,
    `People: ${numbered(counts.people)}, ${numbered(counts.atTheTop)} of them with nobody above them.`,
    ...leaverLines(plan.leavers, outcome),
    ...SEVERITIES.flatMap((severity) => groupLines(lines.filter((line) => line.severity === severity))),
    '',
    outcome.isApplied
      ? 'It is in.'
      : 'Nothing was changed. Give the same command with --apply to bring this in.',
  ].join('\n')}\n`
}

function leaverLines(
  leavers: PeopleOutcome['plan']['leavers'],
  { marksLeavers, isApplied }: Pick<PeopleOutcome, 'marksLeavers' | 'isApplied'>,
): string[] {
  if (leavers.length === 0) return []
  const became = isApplied ? 'were marked as having left' : 'would be marked as having left'
  const what = marksLeavers ? became : 'stay as they are; --mark-leavers marks them as having left'
  const title = `${counted(leavers.length, 'person').replace('persons', 'people')} of an earlier file and not of this one ${what}:`
  return ['', title, ...leavers.map(({ name }) => indented(name))]
}

/** Remarks of one kind under one heading, each with its row. */
function groupLines(lines: readonly ReportLine[]): string[] {
  return [...Map.groupBy(lines, ({ code }) => code)].flatMap(([code, group]) => [
    '',
    `${numbered(group.length)} × ${code.replaceAll('-', ' ')}`,
    ...group.map(({ row, sentence }) => `${`row ${row}`.padStart(11)}  ${sentence}`),
  ])
}
