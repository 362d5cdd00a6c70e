// What will come next, and when, in one sentence. Pure.
import type { NoticeSettingsReply } from '#contract/notices'

const NAMED_MAX = 3
const CHANNELS = { mail: 'mail', push: 'push' } as const

/** @param reply as the server answered; times are said in the zone that counts */
export function nextSentence({ next, settings, zone }: NoticeSettingsReply): string {
  if (next === null)
    return settings.first === 'in-app' && settings.second === 'none'
      ? 'Nothing leaves Foyer. What is new stands in your notices.'
      : 'Nothing waits for you, so nothing will come. A batch goes only when there is something in it.'
  const { channel, count, names } = next
  const threads = count === 1 ? 'one thread' : `${count} threads`
  return `Your next ${CHANNELS[channel]} comes on ${whenIn(next.at, zone)}, with ${threads}: ${listed(names, count)}.`
}

function whenIn(at: string, timeZone: string): string {
  const date = new Date(at)
  const day = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long', timeZone })
  const time = new Intl.DateTimeFormat('en', { timeStyle: 'short', hourCycle: 'h23', timeZone })
  return `${day.format(date)} at ${time.format(date)}`
}

/** The first names, and how many there are beside them. */
function listed(names: readonly string[], count: number): string {
  const named = names.slice(0, NAMED_MAX).map((name) => `“${name}”`)
  const more = count - named.length
  return new Intl.ListFormat('en').format(more === 0 ? named : [...named, `${more} more`])
}
