// Previews of links, through the door; the web is a table of pages.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { LinkPreview } from '#contract/previews'
import type { PostId, SaidId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const executive = await foyer.as('executive')
const member = await foyer.as('member')
const spaceId = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id

function publish(address: string, title: string): void {
  const bytes = Buffer.from(`<title>${title}</title><meta property="og:site_name" content="The Works">`)
  foyer.web.pages.set(address, { contentType: 'text/html; charset=utf-8', bytes })
}

const preview = (url: string, title: string): LinkPreview => ({
  ...{ url, title },
  ...{ description: null, siteName: 'The Works' },
})
const said = (id: string) => id as SaidId
const post = async (body: string): Promise<PostId> =>
  must(await executive.write(spaces.writePost, { spaceId, body })).id
const previewsOf = async (postId: PostId) =>
  must(await member.read(spaces.getThread, { postId })).post.previews
const edit = async (postId: PostId, body: string) =>
  must(await executive.write(spaces.editWords, { saidId: said(postId), body }))

const A = 'https://a.example/page'
const B = 'https://b.example/'

beforeEach(() => {
  foyer.web.asked.length = 0
  foyer.web.pages.clear()
  publish(A, 'Line 3 stops')
  publish(B, 'Why it did')
  foyer.clock.now = foyer.clock.now.add({ hours: 24 * 8 })
})

describe('the preview of a link', () => {
  it('is fetched by a job and never by a request, and stands under posts and replies', async () => {
    const postId = await post(`See ${A}`)
    const reply = must(await member.write(spaces.writeReply, { postId, body: `And [that](${B}#part)` }))
    assert.deepEqual([await previewsOf(postId), reply.previews, foyer.web.asked], [[], [], []])
    await foyer.runJobs()
    const thread = must(await member.read(spaces.getThread, { postId }))
    assert.deepEqual(thread.post.previews, [preview(A, 'Line 3 stops')])
    assert.deepEqual(thread.replies[0]?.previews, [preview(`${B}#part`, 'Why it did')])
  })

  it('is told to an open page when it comes', async () => {
    const postId = await post(`See ${A}`)
    const ear = await member.listen({ postId })
    await foyer.runJobs()
    must(await member.write(spaces.follow, { what: 'space', id: spaceId }))
    const heard = await ear.until(({ what }) => what === 'words-changed')
    const event = heard.at(-1)
    assert.deepEqual(event?.what === 'words-changed' && event.post?.previews, [preview(A, 'Line 3 stops')])
    await ear.close()
  })

  it('is asked for once, however often it is linked to, until it is a week old', async () => {
    for (const body of [`One ${A}`, `Two ${A}`, `Three ${A}#end`]) {
      await post(body)
      await foyer.runJobs()
    }
    assert.deepEqual(foyer.web.asked, [A])
    foyer.clock.now = foyer.clock.now.add({ hours: 24 * 8 })
    publish(A, 'Line 3 runs')
    const postId = await post(`Four ${A}`)
    await foyer.runJobs()
    assert.deepEqual([foyer.web.asked.length, await previewsOf(postId)], [2, [preview(A, 'Line 3 runs')]])
  })

  it('is missing without a word where the page does not come, and is tried again later', async () => {
    foyer.web.pages.clear()
    const lines = foyer.logged.length
    const postId = await post(`See ${A}`)
    await foyer.runJobs()
    assert.deepEqual(await previewsOf(postId), [])
    assert.deepEqual(
      foyer.logged.slice(lines).filter((line) => !line.includes('"request"')),
      [],
    )
    publish(A, 'Back again')
    foyer.clock.now = foyer.clock.now.add({ hours: 2 })
    await edit(postId, `See ${A} now`)
    await foyer.runJobs()
    assert.deepEqual(await previewsOf(postId), [preview(A, 'Back again')])
  })

  it('follows the words: with the link it comes, goes, and goes with what is deleted', async () => {
    const postId = await post(`See ${A}`)
    await foyer.runJobs()
    await edit(postId, `See ${B}`)
    await foyer.runJobs()
    assert.deepEqual(await previewsOf(postId), [preview(B, 'Why it did')])
    await edit(postId, 'See nothing')
    assert.deepEqual(await previewsOf(postId), [], 'at once')
    await edit(postId, `See ${A}`)
    await foyer.runJobs()
    must(await executive.write(spaces.deleteWords, { saidId: said(postId) }))
    assert.deepEqual(await previewsOf(postId), [])
    must(await executive.write(spaces.restoreWords, { saidId: said(postId) }))
    await foyer.runJobs()
    assert.deepEqual(await previewsOf(postId), [preview(A, 'Line 3 stops')])
  })

  it('is taken off by its author alone, stays off, and comes back when they want', async () => {
    const postId = await post(`See ${A} and ${B}`)
    await foyer.runJobs()
    const of = { saidId: said(postId), url: A }
    assert.equal((await member.write(spaces.removePreview, of)).problem?.code, 'not-your-words')
    assert.equal((await member.write(spaces.restorePreview, of)).problem?.code, 'not-your-words')
    must(await executive.write(spaces.removePreview, of))
    assert.deepEqual(await previewsOf(postId), [preview(B, 'Why it did')])
    await edit(postId, `See ${A} and ${B} again`)
    await foyer.runJobs()
    assert.deepEqual(await previewsOf(postId), [preview(B, 'Why it did')])
    must(await executive.write(spaces.restorePreview, of))
    await foyer.runJobs()
    assert.deepEqual(await previewsOf(postId), [preview(A, 'Line 3 stops'), preview(B, 'Why it did')])
  })

  it('leaves nothing waiting behind, and is looked for by one process at a time', async () => {
    for (let number = 0; number < 12; number += 1) await post(`${number}: https://n${number}.example/`)
    await Promise.all([foyer.runJobs(), foyer.runJobs()])
    assert.equal(new Set(foyer.web.asked).size, foyer.web.asked.length)
    await foyer.runJobs()
    assert.equal(foyer.web.asked.length, 12)
    const left = await sql`select from spaces.preview_wanted`.execute(foyer.db)
    assert.equal(left.rows.length, 0)
  })
})
