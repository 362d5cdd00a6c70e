// What became of each message of an archive, so that the counts add up to the last one.
import type { ArchiveLoss, Whereabouts } from './archive.ts'
import type { ArchiveCounts } from './store.ts'

export type Reason = {
  outcome: ArchiveLoss['outcome']
  reason: string
  isMessage: boolean
  count: number
  /** Where it happened: the first few, or all that are wanted. */
  examples: Whereabouts[]
}

/** How many places are named of one reason when all are wanted. */
const EXAMPLES_MAX = 100_000
/** A hostile archive may give another reason with every message. */
const REASONS_MAX = 200

export class ArchiveTally {
  fresh = 0
  known = 0
  #firstMs = Number.POSITIVE_INFINITY
  #lastMs = Number.NEGATIVE_INFINITY
  #reasons = new Map<string, Reason>()
  #examplesMax: number

  /** @param examplesWanted how many places to remember for each reason */
  constructor(examplesWanted: number) {
    this.#examplesMax = Math.min(examplesWanted, EXAMPLES_MAX)
  }

  lose({ outcome, isMessage, reason, where }: Omit<ArchiveLoss, 'what'>): void {
    const isRoom = this.#reasons.size < REASONS_MAX || this.#reasons.has(`${outcome} ${isMessage} ${reason}`)
    const told = isRoom ? reason : 'for yet another reason'
    const key = `${outcome} ${isMessage} ${told}`
    const known = this.#reasons.get(key) ?? { outcome, reason: told, isMessage, count: 0, examples: [] }
    known.count += 1
    if (known.examples.length < this.#examplesMax) known.examples.push(where)
    this.#reasons.set(key, known)
  }

  /** Widens the span of time that the messages cover. */
  see(at: Temporal.Instant): void {
    const ms = at.epochMilliseconds
    if (ms < this.#firstMs) this.#firstMs = ms
    if (ms > this.#lastMs) this.#lastMs = ms
  }

  /** To the millisecond; undefined when no message was seen. */
  get firstAt(): Temporal.Instant | undefined {
    return instantOf(this.#firstMs)
  }

  get lastAt(): Temporal.Instant | undefined {
    return instantOf(this.#lastMs)
  }

  get skipped(): number {
    return this.reasons.filter(isSkippedMessage).reduce((sum, { count }) => sum + count, 0)
  }

  /** The most frequent first. */
  get reasons(): Reason[] {
    return [...this.#reasons.values()].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
  }

  get counts(): ArchiveCounts {
    const { fresh, known, skipped, reasons } = this
    const asCount = ({ reason, count }: Reason) => ({ reason, count })
    return {
      found: fresh + known + skipped,
      ...{ fresh, known, skipped },
      skippedBy: reasons.filter(isSkippedMessage).map(asCount),
      lossyBy: reasons.filter((reason) => !isSkippedMessage(reason)).map(asCount),
    }
  }
}

export function isSkippedMessage({ outcome, isMessage }: Reason): boolean {
  return outcome === 'skipped' && isMessage
}

function instantOf(ms: number): Temporal.Instant | undefined {
  return Number.isFinite(ms) ? Temporal.Instant.fromEpochMilliseconds(ms) : undefined
}
