import { createHash } from 'node:crypto'
import type { InputOf } from '#contract/endpoint'
import type { officeHours } from '#contract/office-hours'
import type { Bytes } from '#platform/byte-answer'
import type { Ctx } from '#platform/ctx'
import { say, sentence } from '#platform/say'
import { requireHours } from './access.ts'
import { calendarFile } from './calendar-file.ts'
import { readCard } from './read-hours.ts'

/** Office hours for a calendar, in the language of whoever takes them there. */
export function getHoursFile({ baseUrl }: { baseUrl: string }) {
  return async (ctx: Ctx, { hoursId }: InputOf<typeof officeHours.getHoursFile>): Promise<Bytes> => {
    const hours = await requireHours(ctx, hoursId)
    const { host, space } = await readCard(ctx, hoursId)
    const { language } = ctx.viewer
    const url = `${baseUrl}/answers/hours/${hours.id}`
    const description = sentence('{host} answers questions in {space}. Queue yours and vote: {address}', {
      ...{ host: host.name, space: space.name, address: url },
    })
    const text = calendarFile({
      ...hours,
      uid: `${hours.id}@foyer`,
      host: { name: host.name, urn: `urn:uuid:${host.id}` },
      title: say(language, sentence('Office hours: {theme}', { theme: hours.theme })),
      description: say(language, description),
      url,
      isCancelled: hours.cancelledAt !== null,
    })
    const bytes = Buffer.from(text)
    return {
      contentType: 'text/calendar; charset=utf-8',
      length: bytes.byteLength,
      tag: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
      disposition: 'attachment',
      name: 'office-hours.ics',
      open: async ({ start, end }) => new Blob([bytes.subarray(start, end + 1)]).stream(),
    }
  }
}
