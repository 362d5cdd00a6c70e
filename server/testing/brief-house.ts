// An executive's briefs over weeks, and what people put to her in between.
import assert from 'node:assert/strict'
import { type Brief, brief } from '#contract/brief'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from './answer.ts'
import { type CastName, cast } from './cast.ts'
import { startFoyer, type TestFoyer } from './foyer.ts'

type Said = { title?: string; spaceId?: SpaceId; kind?: 'note' | 'question' }
type Reaction = 'thank' | 'agree' | 'concerned'

/** Starts a Foyer in which time goes on with every word, with an open space and one of executive and delegate. */
export async function openBriefHouse() {
  const foyer = await startFoyer()
  const executive = await foyer.as('executive')
  const plant = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  const circle = must(await executive.write(spaces.createSpace, { name: 'Circle', visibility: 'private' })).id
  must(await executive.write(spaces.invitePerson, { spaceId: circle, personId: cast.delegate.id }))
  const later = (span: Temporal.DurationLike) => {
    foyer.clock.now = foyer.clock.now.add(span)
  }
  /** Goes on to a day at noon in UTC, which the briefs of the cast go by. */
  const until = (day: string) => {
    foyer.clock.now = Temporal.Instant.from(`${day}T12:00:00Z`)
  }
  const say = async (who: CastName, body: string, said: Said = {}) => {
    later({ seconds: 1 })
    const { title, spaceId = plant, kind = 'question' } = said
    return must(await (await foyer.as(who)).write(spaces.writePost, { spaceId, kind, body, title })).id
  }
  const reply = async (who: CastName, postId: PostId, body: string) => {
    later({ seconds: 1 })
    const said = must(await (await foyer.as(who)).write(spaces.writeReply, { postId, body }))
    return said.id as string as SaidId
  }
  const react = async (who: CastName, saidId: PostId | SaidId, kind: Reaction = 'thank') => {
    later({ seconds: 1 })
    must(await (await foyer.as(who)).write(spaces.react, { saidId: saidId as string as SaidId, kind }))
  }
  return { foyer, circle, later, until, say, reply, react, ...briefsIn(foyer, later) }
}

/** The executive's briefs, and what she does with them. */
function briefsIn(foyer: TestFoyer, later: (span: Temporal.DurationLike) => void) {
  const open = async (asked: { again?: boolean } = {}) => {
    later({ seconds: 1 })
    return must(await (await foyer.as('executive')).write(brief.openBrief, { minutes: 15, ...asked }))
  }
  const openAgain = () => open({ again: true })
  const cardOf = (opened: Brief, postId: PostId) => opened.cards.find(({ words }) => words?.postId === postId)
  const readCard = async (opened: Brief, postId: PostId, seconds = 0) => {
    const card = cardOf(opened, postId)
    assert.ok(card !== undefined && opened.id !== null, 'it is in the brief')
    later({ seconds: 1 })
    const deed = { briefId: opened.id, cardKey: card.key, action: 'read' as const, seconds }
    return must(await (await foyer.as('executive')).write(brief.finishCard, deed))
  }
  return { open, openAgain, cardOf, readCard }
}
