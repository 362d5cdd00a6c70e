// A house with a porous space whose executive offers office hours, for the tests of those.
import { delegates } from '#contract/delegates'
import type { Endpoint, QuestionOf } from '#contract/endpoint'
import { type HoursQuestion, type OfficeHours, officeHours } from '#contract/office-hours'
import type { HoursId, PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from './answer.ts'
import { type CastName, cast } from './cast.ts'
import { startFoyer } from './foyer.ts'

/** The member, the delegate (who is none yet), a guest and the plant manager are in the space; nobody else. */
export async function openHoursHouse() {
  const foyer = await startFoyer()
  const executive = await foyer.as('executive')
  const plant = must(
    await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'closed', isPorous: true }),
  ).id
  for (const who of ['member', 'delegate', 'guest', 'plantManager'] as const)
    must(await executive.write(spaces.invitePerson, { spaceId: plant, personId: cast[who].id }))
  let day = 1
  const write = async <E extends Endpoint>(who: CastName, endpoint: E, input: QuestionOf<E>) =>
    (await foyer.as(who)).write(endpoint, input)
  const look = async (who: CastName, hoursId: HoursId): Promise<OfficeHours> =>
    must(await (await foyer.as(who)).read(officeHours.getOfficeHours, { hoursId }))
  return {
    foyer,
    plant,
    write,
    look,
    /** One hour on a day of its own, as slots of one host do not overlap. */
    offer: async (spaceId: SpaceId = plant): Promise<HoursId> => {
      day += 1
      const beginsAt = foyer.clock.now.add({ hours: 24 * day })
      const times = { beginsAt: `${beginsAt}`, endsAt: `${beginsAt.add({ hours: 1 })}` }
      const given = { hostId: cast.executive.id, spaceId, theme: 'Safety at night', ...times }
      return must(await executive.write(officeHours.offerOfficeHours, given)).id
    },
    ask: async (who: CastName, hoursId: HoursId, body = 'Who may stop line 3 at night?'): Promise<PostId> =>
      must(await write(who, officeHours.askInHours, { hoursId, body })).postId,
    vote: (who: CastName, postId: PostId) => write(who, officeHours.voteInHours, { postId }),
    questionOf: async (who: CastName, hoursId: HoursId, postId: PostId): Promise<HoursQuestion | undefined> =>
      (await look(who, hoursId)).questions.find((each) => each.postId === postId),
    /** Goes to the middle of a slot. */
    goInto: async (hoursId: HoursId): Promise<void> => {
      const { beginsAt } = await look('executive', hoursId)
      foyer.clock.now = Temporal.Instant.from(beginsAt).add({ minutes: 30 })
    },
    nameDelegate: async () =>
      must(await executive.write(delegates.nameDelegate, { personId: cast.delegate.id })),
  }
}
