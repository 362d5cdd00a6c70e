import type { InputOf } from '#contract/endpoint'
import type { Person, people } from '#contract/people'
import { atomically, type Ctx, isAdministrator } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { requirePerson } from './access.ts'
import { languageChosen, zoneChosen } from './events.ts'
import { whyNotLanguages, whyNotTimeZone } from './profile.ts'
import { toReply } from './reply.ts'
import { changeProfile, type ProfileChange } from './store.ts'

type Input = InputOf<typeof people.updateProfile>

/** Changes what is given and leaves the rest; an empty text takes away what stood there. */
export async function updateProfile(ctx: Ctx, input: Input): Promise<Person> {
  return atomically(ctx, async (ctx) => {
    const person = await requirePerson(ctx, input.id)
    if (person.id !== ctx.viewer.personId && !isAdministrator(ctx.viewer)) {
      throw refusal(
        'forbidden',
        'not-your-profile',
        'Only they themselves and administrators change a profile.',
      )
    }
    if (input.timeZone) refuseIf(whyNotTimeZone(input.timeZone))
    if (input.languages) refuseIf(whyNotLanguages(input.languages))
    await changeProfile(ctx.db, person.id, changeOf(input))
    if (input.timeZone !== undefined) await ctx.emit(zoneChosen(person.id))
    if (input.language !== undefined) await ctx.emit(languageChosen(person.id))
    return toReply(ctx, person.id)
  })
}

function changeOf(input: Input): ProfileChange {
  const { id: _, name, languages, language, timeZone, ...texts } = input
  const change: ProfileChange = {}
  if (name !== undefined) change.name = name
  if (languages !== undefined) change.languages = languages
  if (language !== undefined) change.language = language
  if (timeZone !== undefined) change.time_zone = timeZone || null
  for (const field of ['title', 'unit', 'location', 'about', 'purpose'] as const) {
    const text = texts[field]
    if (text !== undefined) change[field] = text || null
  }
  return change
}
