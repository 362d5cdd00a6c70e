// A house in which questions are put to those who may know, for the tests of that.
import { answers } from '#contract/answers'
import { notices } from '#contract/notices'
import type { PostId, ReplyId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from './answer.ts'
import { type CastName, cast } from './cast.ts'
import { startFoyer } from './foyer.ts'

export async function openRoutingHouse() {
  const foyer = await startFoyer()
  const tick = () => {
    foyer.clock.now = foyer.clock.now.add({ seconds: 10 })
  }
  const openSpace = async (
    visibility: 'open' | 'private',
    members: readonly CastName[] = [],
  ): Promise<SpaceId> => {
    const founder = await foyer.as('plantManager')
    const spaceId = must(await founder.write(spaces.createSpace, { name: 'Press', visibility })).id
    for (const who of members)
      must(await founder.write(spaces.invitePerson, { spaceId, personId: cast[who].id }))
    return spaceId
  }
  const open = await openSpace('open')
  return { foyer, tick, openSpace, ...wordsIn({ foyer, tick, open }), ...routingIn({ foyer, tick }) }
}

type House = { foyer: Awaited<ReturnType<typeof startFoyer>>; tick: () => void }

function wordsIn({ foyer, tick, open }: House & { open: SpaceId }) {
  return {
    ask: async (who: CastName, body: string, spaceId = open): Promise<PostId> => {
      tick()
      return must(await (await foyer.as(who)).write(spaces.writePost, { spaceId, kind: 'question', body })).id
    },
    reply: async (who: CastName, postId: PostId, answersId?: ReplyId): Promise<ReplyId> => {
      tick()
      const words = { postId, body: 'Oil it twice a week.', ...(answersId !== undefined && { answersId }) }
      return must(await (await foyer.as(who)).write(spaces.writeReply, words)).id
    },
  }
}

function routingIn({ foyer, tick }: House) {
  return {
    experts: async (who: CastName, postId: PostId) =>
      must(await (await foyer.as(who)).read(answers.listExperts, { postId })).items,
    routingOf: async (who: CastName, postId: PostId) =>
      must(await (await foyer.as(who)).read(answers.getRouting, { postId })),
    route: async (who: CastName, postId: PostId, whom: CastName) => {
      tick()
      return (await foyer.as(who)).write(answers.routeQuestion, { postId, personId: cast[whom].id })
    },
    decline: async (who: CastName, postId: PostId, why?: string) => {
      tick()
      return (await foyer.as(who)).write(answers.declineRouting, {
        postId,
        ...(why !== undefined && { why }),
      })
    },
    told: async (who: CastName, postId: PostId) =>
      must(await (await foyer.as(who)).read(notices.listNotices, {})).items.filter(
        (each) => each.postId === postId,
      ),
  }
}
