// Who came only now says a little less at first, so that an account made to flood or to lure cannot do much. Pure.
import { type Refusal, refusal } from '#platform/refusal'

const NEWCOMER_DAYS = 3
/** So much that was said, and stood for a day, ends it sooner. */
export const STOOD_MIN = 3
export const STOOD_HOURS = 24
const NEWCOMER_MAX = { perDay: 10, mentions: 5, links: 3, fileBytes: 5_000_000 } as const

const LINK = /\bhttps?:\/\/\S/gi

/** Until when somebody is new here; undefined for those who no longer are, or were there from the beginning. */
export function newcomerUntil(
  { arrivedAt }: { arrivedAt?: Temporal.Instant | undefined },
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const until = arrivedAt?.add({ hours: 24 * NEWCOMER_DAYS })
  return until !== undefined && Temporal.Instant.compare(now, until) < 0 ? until : undefined
}

export type Saying = {
  body: string
  mentions: number
  /** The largest file that goes with it, in bytes. */
  fileBytes: number
  /** What else they said in the last day. */
  saidToday: number
}

/** Why a newcomer cannot say something yet, with when that ends. */
export function whyNotYet(saying: Saying, until: Temporal.Instant): Refusal | undefined {
  const { perDay, mentions, links, fileBytes } = NEWCOMER_MAX
  const ends = `That ends on ${dayOf(until)}, or once ${STOOD_MIN} posts of yours have stood for a day.`
  const no = (sentence: string) =>
    refusal('too-many', 'newcomer', `You are new here: in the first days ${sentence}. ${ends}`)
  if (saying.saidToday >= perDay) return no(`one posts and replies at most ${perDay} times a day`)
  if (saying.mentions > mentions) return no(`one mentions at most ${mentions} people at once`)
  if ((saying.body.match(LINK) ?? []).length > links) return no(`one posts at most ${links} links at once`)
  if (saying.fileBytes > fileBytes) return no(`files have at most ${fileBytes / 1e6} MB`)
  return undefined
}

/** In words, in UTC: `Thursday, 5 March`. */
function dayOf(at: Temporal.Instant): string {
  return at.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
}
