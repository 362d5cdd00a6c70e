// Office hours as a calendar takes them (RFC 5545). Pure.

export type CalendarEvent = {
  /** The same for the same slot, whatever becomes of it, so that a calendar finds it again. */
  uid: string
  /** Who is there, and an address that stands for them in no mail. */
  host: { name: string; urn: string }
  title: string
  description: string
  url: string
  beginsAt: Temporal.Instant
  endsAt: Temporal.Instant
  changedAt: Temporal.Instant
  revision: number
  isCancelled: boolean
}

const LINE_OCTETS_MAX = 75

/** One event as a whole file. A cancelled one says so, also to programs that look at its method alone. */
export function calendarFile(event: CalendarEvent): string {
  const { uid, host, title, description, url, isCancelled } = event
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foyer//Office hours//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${isCancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utcOf(event.changedAt)}`,
    `DTSTART:${utcOf(event.beginsAt)}`,
    `DTEND:${utcOf(event.endsAt)}`,
    `SEQUENCE:${event.revision}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    // What stands between quotes may hold anything but quotes, and no control characters.
    `ORGANIZER;CN="${host.name.replace(/["\p{Cc}]/gu, ' ')}":${host.urn}`,
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** As in `20260302T080000Z`; parts of a second are left out. */
function utcOf(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
}

/** Breaks a line that is too long between characters, never within one; the space that begins the next counts too. */
function folded(line: string): string {
  let octets = 0
  let text = ''
  for (const character of line) {
    const more = Buffer.byteLength(character)
    if (octets + more > LINE_OCTETS_MAX) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += more
  }
  return text
}
