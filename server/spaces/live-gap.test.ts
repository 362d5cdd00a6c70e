// Nothing that committed is missed, whatever breaks between the database and those who listen.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import pg from 'pg'
import type { PostId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { startFoyer } from '#testing/foyer'

const here = await startFoyer()
const there = await startFoyer({ besideUrl: here.url })

const executive = await here.as('executive')
const delegateThere = there.callerWith((await here.as('delegate')).cookie)
const plant = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
const beginThread = async () =>
  must(await executive.write(spaces.writePost, { spaceId: plant, body: 'Who may stop line 3?' })).id
const replyIn = async (postId: PostId, body: string) =>
  must(await executive.write(spaces.writeReply, { postId, body }))

/** Ends the one connection on which the other process listens, once it does. */
async function cutWire(): Promise<void> {
  const client = new pg.Client({ connectionString: here.url })
  await client.connect()
  for (let cut = 0; cut === 0; ) {
    const { rows } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query = 'listen foyer_live' and state = 'idle'`,
    )
    cut = rows.length
  }
  await client.end()
}

describe('a wire that is cut in the middle of writes', () => {
  it('leaves no gap: what was not heard is there when one fetches anew after hello', {
    timeout: 60_000,
  }, async () => {
    const thread = await beginThread()
    const ear = await delegateThere.listen({ postId: thread })
    await ear.until(({ what }) => what === 'hello')
    const written: string[] = []
    const write = async (from: number) => {
      for (let number = from; number < from + 20; number += 1) {
        written.push((await replyIn(thread, `Word ${number}`)).id)
      }
    }
    await Promise.all([write(0), write(100), cutWire()])
    const heard = await ear.until(({ what }) => what === 'hello')
    const found = must(await delegateThere.read(spaces.getThread, { postId: thread, limit: 50 }))
    const last = await replyIn(thread, 'After all that')
    const later = await ear.until((event) => event.what === 'reply-written' && event.reply.id === last.id)
    const known = new Set(found.replies.map(({ id }) => id as string))
    for (const event of [...heard, ...later]) if (event.what === 'reply-written') known.add(event.reply.id)
    assert.deepEqual(
      [...written, last.id].filter((id) => !known.has(id)),
      [],
    )
    await ear.close()
  })
})
