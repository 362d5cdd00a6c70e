// What will come next, and when, in one sentence. Pure.
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import type { NoticeSettingsReply } from '#contract/notices'

const NAMED_MAX = 3

/** @param reply as the server answered; times are said in the zone that counts */
export function nextSentence({ next, settings, zone }: NoticeSettingsReply): string {
  if (next === null)
    return settings.first === 'in-app' && settings.second === 'none'
      ? say('Nothing leaves Foyer. What is new stands in your notices.')
      : say('Nothing waits for you, so nothing will come. A batch goes only when there is something in it.')
  const { channel, count, names } = next
  const values = { count, names: listed(names, count), ...whenIn(next.at, zone) }
  return channel === 'mail'
    ? say(
        'Your next mail comes on {day} at {time}, with {count, plural, one {one thread} other {# threads}}: {names}.',
        values,
      )
    : say(
        'Your next push comes on {day} at {time}, with {count, plural, one {one thread} other {# threads}}: {names}.',
        values,
      )
}

function whenIn(at: string, timeZone: string): { day: string; time: string } {
  const date = new Date(at)
  const day = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'long', day: 'numeric', month: 'long', timeZone })
  const time = new Intl.DateTimeFormat(LANGUAGE, { timeStyle: 'short', hourCycle: 'h23', timeZone })
  return { day: day.format(date), time: time.format(date) }
}

/** The first names, and how many there are beside them. */
function listed(names: readonly string[], count: number): string {
  const named = names.slice(0, NAMED_MAX).map((name) => `“${name}”`)
  const more = count - named.length
  return new Intl.ListFormat(LANGUAGE).format(more === 0 ? named : [...named, say('{more} more', { more })])
}
