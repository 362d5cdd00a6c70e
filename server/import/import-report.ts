// What a dry run found, as the page shows it.
import type { ImportReport } from '#contract/import'
import type { ArchiveOutcome } from './archive-import.ts'
import { isSkippedMessage, type Reason } from './archive-tally.ts'
import type { PeopleOutcome } from './import-people.ts'

/** How many places a report names for each reason. */
export const PLACES_MAX = 20

export function reportOf({ tally, people, spaces, files, merges }: ArchiveOutcome): ImportReport {
  const { found, fresh, known, skipped } = tally.counts
  return {
    ...{ found, fresh, known, skipped },
    firstAt: tally.firstAt?.toString() ?? null,
    lastAt: tally.lastAt?.toString() ?? null,
    people: { found: people.found, fresh: people.fresh },
    spaces: { named: spaces.named, conversations: spaces.conversations },
    ...{ files, merges: merges.length },
    reasons: tally.reasons.map((reason) => ({
      ...{ outcome: outcomeOf(reason), reason: reason.reason, count: reason.count },
      places: reason.examples.slice(0, PLACES_MAX),
    })),
  }
}

function outcomeOf(reason: Reason): ImportReport['reasons'][number]['outcome'] {
  if (isSkippedMessage(reason)) return 'skipped'
  return reason.outcome === 'skipped' ? 'left-aside' : 'changed'
}

/** A people file holds no messages; its rows are counted in their place. */
export function reportOfPeople({ plan, lines, file }: PeopleOutcome): ImportReport {
  const { counts } = plan.report
  const remarks = Map.groupBy(
    lines.filter(({ severity }) => severity !== 'info'),
    ({ code }) => code,
  )
  return {
    ...{ found: counts.rows, fresh: counts.added, skipped: counts.skipped },
    known: counts.changed + counts.unchanged + counts['further-seat'],
    ...{ firstAt: null, lastAt: null, merges: 0 },
    people: { found: counts.people, fresh: counts.added },
    spaces: { named: 0, conversations: 0 },
    files: { found: 0, fresh: 0 },
    reasons: [...remarks].map(([code, group]) => ({
      ...{ outcome: 'changed', reason: code.replaceAll('-', ' '), count: group.length },
      places: group.slice(0, PLACES_MAX).map(({ row }) => ({ file, line: row })),
    })),
  }
}
