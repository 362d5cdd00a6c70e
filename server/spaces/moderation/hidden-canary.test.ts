// Hidden words come to light nowhere: every read of every room, for everybody who neither wrote them nor keeps the space.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brief } from '#contract/brief'
import { listEndpoints } from '#contract/contract'
import { moderation } from '#contract/moderation'
import type { SaidId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type Bundle, inputsOf, LURE } from '#testing/canary-inputs'
import { mark, nothing, talk } from '#testing/canary-world'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const READERS: CastName[] = ['executive', 'delegate', 'outsider', 'administrator']

const keeper = await foyer.as('plantManager')
const space = must(await keeper.write(spaces.createSpace, { name: 'Commons', visibility: 'open' })).id
for (const who of READERS)
  must(await (await foyer.as(who)).write(spaces.follow, { what: 'space', id: space }))
const ids = await talk(foyer, { spaceId: space, of: 'Hidden', by: 'member', asks: ['executive', 'delegate'] })
const author = await foyer.as('member')
for (const saidId of [ids.post, ids.reply] as SaidId[]) {
  const body = `${LURE} ${mark('HiddenAgain')} #${LURE}`
  foyer.clock.now = foyer.clock.now.add({ seconds: 5 })
  must(await author.write(spaces.editWords, { saidId, body }))
  must(await (await foyer.as('executive')).write(spaces.saveWords, { saidId }))
  must(await (await foyer.as('delegate')).write(spaces.react, { saidId, kind: 'thank' }))
}
foyer.clock.now = foyer.clock.now.add({ minutes: 1 })
await foyer.runJobs()
const bundle: Bundle = { ...nothing(foyer.clock.now), ...ids, person: cast.member.id }

async function everythingReadBy(who: CastName): Promise<string> {
  const caller = await foyer.as(who)
  const seen: string[] = []
  for (const endpoint of listEndpoints().filter(
    ({ method, bytes }) => method === 'GET' && bytes !== 'events',
  )) {
    for (const input of inputsOf(endpoint, (thing) => bundle[thing])) {
      seen.push(JSON.stringify((await caller.read(endpoint, input)).body ?? null))
    }
  }
  const opened = await caller.write(brief.openBrief, { again: true, minutes: 15 })
  return [...seen, JSON.stringify(opened.body)].join('\n')
}

const MARKS = /qx~hidden\w*~xq/gi

describe('hidden words', () => {
  it('were read in many places before', async () => {
    const before = await everythingReadBy('executive')
    assert.ok((before.match(MARKS) ?? []).length > 5)
  })

  it('and come to light nowhere afterwards, not to those who were asked, saved or thanked', async () => {
    foyer.clock.now = foyer.clock.now.add({ minutes: 1 })
    for (const saidId of [ids.reply, ids.post] as SaidId[])
      must(await keeper.write(moderation.hideWords, { saidId, reason: 'private' }))
    await foyer.runJobs()
    for (const who of READERS) assert.deepEqual((await everythingReadBy(who)).match(MARKS), null, who)
    assert.doesNotMatch(JSON.stringify(foyer.logged), MARKS)
  })

  it('are still there for their author and for whoever keeps the space', async () => {
    for (const who of ['member', 'plantManager'] as const)
      assert.match(await everythingReadBy(who), /qx~HiddenAgain~xq/i)
  })
})
