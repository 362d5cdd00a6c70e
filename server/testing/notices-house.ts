// People who talk in one open space, and what each of them is told of it.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { notices } from '#contract/notices'
import type { PostId, ReplyId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import type { CastName } from './cast.ts'
import { startFoyer } from './foyer.ts'

type Replied = { to: PostId; answers?: ReplyId; body?: string }

/** Starts a Foyer in which time goes on with every word; `clear` forgets every notice and opens another space. */
export async function openNoticesHouse() {
  const foyer = await startFoyer()
  const house = { foyer, plant: '' as SpaceId }
  const tick = () => {
    foyer.clock.now = foyer.clock.now.add({ seconds: 10 })
  }
  const clear = async () => {
    await sql`truncate notices.notice, notices.waiting, notices.muted, notices.due`.execute(foyer.db)
    const executive = await foyer.as('executive')
    house.plant = (await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).body.id
  }
  const post = async (who: CastName, body = 'Who may stop line 3?', spaceId = house.plant) => {
    tick()
    const said = await (await foyer.as(who)).write(spaces.writePost, { spaceId, title: 'Line 3', body })
    assert.equal(said.problem, undefined)
    return said.body.id
  }
  const reply = async (who: CastName, { to, answers, body = 'Whoever stands next to it.' }: Replied) => {
    tick()
    const input = { postId: to, body, ...(answers !== undefined && { answersId: answers }) }
    const said = await (await foyer.as(who)).write(spaces.writeReply, input)
    assert.equal(said.problem, undefined)
    return said.body.id
  }
  const thank = async (who: CastName, id: PostId | ReplyId) => {
    tick()
    const saidId = id as string as SaidId
    return (await foyer.as(who)).write(spaces.react, { saidId, kind: 'thank' })
  }
  return { house, tick, clear, post, reply, thank, ...readersIn(foyer) }
}

/** What somebody finds, once all that waits has been told. */
function readersIn(foyer: Awaited<ReturnType<typeof startFoyer>>) {
  const listOf = async (who: CastName) => {
    await foyer.runJobs()
    const answer = await (await foyer.as(who)).read(notices.listNotices, {})
    assert.equal(answer.problem, undefined)
    return answer.body.items
  }
  const countOf = async (who: CastName) =>
    (await (await foyer.as(who)).read(notices.countNotices, {})).body.count
  const read = async (who: CastName, postId: PostId) =>
    (await foyer.as(who)).write(notices.markRead, { postId, at: foyer.clock.now.toString() })
  const toldTo = async (who: CastName) =>
    (await listOf(who)).map(({ sentences, why }) => [...sentences, why].join(' '))
  return { listOf, countOf, read, toldTo }
}
