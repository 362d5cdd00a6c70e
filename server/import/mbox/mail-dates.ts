// When a mail was sent, from the first of its dates that can be true.

import type { MailHeaders } from './mail-headers.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const ZONE_HOURS: Record<string, number> = {
  ...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
  ...{ bst: 1, ist: 5.5, cet: 1, cest: 2, met: 1, mest: 2, eet: 2, eest: 3, jst: 9, msk: 3 },
}
const RFC_DATE =
  /(?:^|[\s,])(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([+-]\d{4}|[a-z]{1,5}\b)?/i
const ENVELOPE_DATE =
  /\b([a-z]{3})[a-z]*\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:([+-]\d{4}|[a-z]{1,5})\s+)?(\d{4})(?:\s+([+-]\d{4}))?/i
const ISO_DATE = /(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(z|[+-]\d{2}:?\d{2})?/i
/** Clocks that were never set tell 1970 or, in DOS and its heirs, the first hours of 1980. */
const EARLIEST_MS = Date.UTC(1980, 0, 3)
const LATEST_MS = Date.UTC(2100, 0, 1)

/** A mail may be dated later than it was received by this much before its date is held to be wrong. */
const AHEAD_MS_MAX = 7 * DAY_MS

/**
 * The time a mail was sent in milliseconds since 1970: its Date, else when it was received, else the time of its
 * envelope line; undefined when none of them can be true. `notAfter` is the latest time that can be true.
 */
export function sentAt(headers: MailHeaders, notAfter: number | undefined): number | undefined {
  const latest = notAfter === undefined ? LATEST_MS : Math.min(LATEST_MS, notAfter + DAY_MS)
  const believable = (time: number | undefined) =>
    time !== undefined && time >= EARLIEST_MS && time <= latest ? time : undefined
  const dated = believable(parseMailDate(headers.values.get('date') ?? ''))
  const received = believable(parseMailDate((headers.values.get('received') ?? '').split(';').at(-1) ?? ''))
  if (dated !== undefined && (received === undefined || dated - received <= AHEAD_MS_MAX)) return dated
  return received ?? believable(parseMailDate(headers.envelope))
}

/**
 * A date as mail programs write it (RFC 5322, the envelope's form with the zone on either side of the year, or
 * ISO 8601) in milliseconds since 1970. Without a zone it is read as UTC; undefined when it is not a date.
 */
export function parseMailDate(text: string): number | undefined {
  const short = text.slice(0, 200)
  const rfc = RFC_DATE.exec(short)
  if (rfc) {
    const [, day, month, year, hour, minute, second, zone] = rfc
    return timeOf({ year: fullYear(year ?? ''), month: monthNumber(month), day, hour, minute, second, zone })
  }
  const envelope = ENVELOPE_DATE.exec(short)
  if (envelope) {
    const [, month, day, hour, minute, second, zone, year, zoneAfter] = envelope
    return timeOf({
      year: Number(year),
      month: monthNumber(month),
      day,
      hour,
      minute,
      second,
      zone: zone ?? zoneAfter,
    })
  }
  const iso = ISO_DATE.exec(short)
  if (!iso) return undefined
  const [, year, month, day, hour, minute, second, zone] = iso
  return timeOf({ year: Number(year), month: Number(month), day, hour, minute, second, zone })
}

type DateParts = {
  year: number
  month: number
  day: string | undefined
  hour: string | undefined
  minute: string | undefined
  second: string | undefined
  zone: string | undefined
}

function timeOf(parts: DateParts): number | undefined {
  const [day, hour, minute] = [Number(parts.day), Number(parts.hour), Number(parts.minute)]
  const second = Math.min(59, Number(parts.second ?? 0))
  if (parts.month < 1 || parts.month > 12 || day < 1 || hour > 23 || minute > 59) return undefined
  const midnight = Date.UTC(parts.year, parts.month - 1, day)
  if (day > 28 && day > daysInMonth(parts)) return undefined
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000 - zoneMs(parts.zone)
}

function daysInMonth({ year, month }: DateParts): number {
  return Math.round((Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / DAY_MS)
}

function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').toLowerCase()) + 1
}

/** RFC 5322 §4.3: two digits below 50 mean 2000 and up, other short years count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 3) return year
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year
}

function zoneMs(zone: string | undefined): number {
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '')
  const hours = numeric
    ? (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) + Number(numeric[3]) / 60)
    : (ZONE_HOURS[(zone ?? '').toLowerCase()] ?? 0)
  // No clock on earth is further from UTC than this; such a zone is a mistake, and the rest may still be right.
  return Math.abs(hours) > 14 ? 0 : hours * 60 * 60 * 1000
}
