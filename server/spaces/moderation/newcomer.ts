// Who came only now says a little less at first, so that an account made to flood or to lure cannot do much. Pure.
import { type Refusal, refusal } from '#platform/refusal'
import { moment, type Values } from '#platform/say'

const NEWCOMER_DAYS = 3
/** So much that was said, and stood for a day, ends it sooner. */
export const STOOD_MIN = 3
export const STOOD_HOURS = 24
const MAX = { perDay: 10, mentions: 5, links: 3, fileBytes: 5_000_000 } as const

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
  const links = (saying.body.match(LINK) ?? []).length
  if (saying.saidToday >= MAX.perDay) return notYet({ what: 'words', most: MAX.perDay, until })
  if (saying.mentions > MAX.mentions) return notYet({ what: 'mentions', most: MAX.mentions, until })
  if (links > MAX.links) return notYet({ what: 'links', most: MAX.links, until })
  if (saying.fileBytes > MAX.fileBytes) return notYet({ what: 'files', most: MAX.fileBytes / 1e6, until })
  return undefined
}

function notYet({ what, most, until }: { what: string; most: number; until: Temporal.Instant }): Refusal {
  return refusal(
    'too-many',
    'newcomer',
    'You are new here: in the first days {what, select, words {one posts and replies at most {most} times a day} mentions {one mentions at most {most} people at once} links {one posts at most {most} links at once} other {files have at most {most} MB}}. That ends on {until}, or once {stood} posts of yours have stood for a day.',
    { what, most, until: dayOf(until), stood: STOOD_MIN },
  )
}

/** In words, in UTC: `Thursday, 5 March`. */
function dayOf(at: Temporal.Instant): Values[string] {
  return moment(at, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
}
