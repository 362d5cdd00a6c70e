// What the cast said before the executive opens her brief: enough of each kind of card for one of each deed.
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, mention } from '#testing/cast'
import type { House } from './house.ts'

const INGRID = mention('executive')

const ASKED: [CastName, string, string][] = [
  ['delegate', 'Travel freeze', `${INGRID} will the travel freeze end in March? Nine teams wait for it.`],
  ['plantManager', 'Second shift', `${INGRID} may we hire for the second shift before the review?`],
  ['steward', 'Town hall', `${INGRID} could you open the town hall on Thursday?`],
  ['supervisor', 'Purge valve', `${INGRID} who may decide to drop the second purge check?`],
]

const VOICES: [CastName, string, string][] = [
  [
    'member',
    'Colour changes',
    'We lose about **forty minutes** on every colour change, as the purge valve is checked twice.\n\nBoth checks read the same gauge.',
  ],
  ['member', 'Label printer', 'The label printer at line two prints the old address again.'],
  ['outsider', 'First week', 'Nobody could tell me where the safety shoes are handed out.'],
  ['outsider', 'Canteen', 'The night canteen closes before the night shift eats.'],
]

const HELPED: [CastName, string, string][] = [
  [
    'administrator',
    'Scanner fix',
    'The scanners in Leeds read the worn labels since I cleaned their lenses.',
  ],
]
const THANKFUL: CastName[] = ['supervisor', 'member', 'delegate']

export const CARDS = ASKED.length + VOICES.length + HELPED.length + 1

export type Overnight = { spaceId: SpaceId; posts: Map<string, PostId> }

/** Lets the cast talk in an open space, and a night pass. */
export async function talkOvernight(house: House): Promise<Overnight> {
  const steward = await house.as('steward')
  const { id: spaceId } = must(
    await steward.write(spaces.createSpace, { name: 'Paint & Finish', visibility: 'open' }),
  )
  const posts = new Map<string, PostId>()
  for (const [who, title, body] of [...ASKED, ...VOICES, ...HELPED]) {
    const author = await house.as(who)
    if (who !== 'steward') await author.write(spaces.joinSpace, { id: spaceId })
    const kind = ASKED.some(([, asked]) => asked === title) ? 'question' : 'note'
    const post = must(await author.write(spaces.writePost, { spaceId, title, body, kind }))
    posts.set(title, post.id)
  }
  for (const [, title] of HELPED) {
    const saidId = posts.get(title) as string as SaidId
    for (const who of THANKFUL)
      must(await (await house.as(who)).write(spaces.react, { saidId, kind: 'thank' }))
  }
  house.clock.now = house.clock.now.add({ hours: 25 })
  return { spaceId, posts }
}
