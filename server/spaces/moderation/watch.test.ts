// Watched words: how they are found, and what comes of it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moderation } from '#contract/moderation'
import type { SaidId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { folded, watchedIn } from './watch.ts'

describe('a watched phrase', () => {
  it('is found whatever its case, accents and punctuation, as whole words', () => {
    const phrases = ['Projet Étoile', 'ass', '機密'].map(folded)
    assert.equal(watchedIn('the PROJET\n  etoile!', phrases), 'projet etoile')
    assert.equal(watchedIn('We assess the class', phrases), undefined)
    assert.equal(watchedIn('これは機密です', phrases), folded('機密'))
    assert.equal(watchedIn('', phrases), undefined)
  })
})

const foyer = await startFoyer()

describe('what is written with it', () => {
  it('waits to be looked at, shortly after, and is not hidden; a change counts too', async () => {
    const [steward, member] = [await foyer.as('steward'), await foyer.as('member')]
    must(await steward.write(moderation.watchPhrase, { phrase: 'Projet Étoile' }))
    await foyer.runJobs()
    const { id: spaceId } = must(
      await member.write(spaces.createSpace, { name: 'Floor', visibility: 'open' }),
    )
    foyer.clock.now = foyer.clock.now.add({ minutes: 2 })
    const { id: postId } = must(await member.write(spaces.writePost, { spaceId, body: 'Of projet etoile.' }))
    const reply = must(await member.write(spaces.writeReply, { postId, body: 'Nothing' }))
    const cases = async () => must(await steward.read(moderation.listCases, {})).items
    assert.deepEqual(await cases(), [])
    await foyer.runJobs()
    assert.deepEqual(
      (await cases()).map(({ saidId, watched, reports }) => [saidId, watched, reports]),
      [[postId, 'Projet Étoile', []]],
    )
    assert.equal(must(await member.read(spaces.getThread, { postId })).post.body, 'Of projet etoile.')
    must(await steward.write(moderation.letStand, { saidId: postId as string as SaidId }))
    foyer.clock.now = foyer.clock.now.add({ minutes: 2 })
    const saidId = reply.id as string as SaidId
    must(await member.write(spaces.editWords, { saidId, body: 'Projet Etoile it is' }))
    await foyer.runJobs()
    assert.deepEqual(
      (await cases()).map((each) => each.saidId),
      [saidId],
    )
  })

  it('in a private space is told to its keepers and to no steward', async () => {
    const [steward, member] = [await foyer.as('steward'), await foyer.as('member')]
    const { id: spaceId } = must(
      await member.write(spaces.createSpace, { name: 'Own', visibility: 'private' }),
    )
    must(await member.write(spaces.invitePerson, { spaceId, personId: cast.delegate.id }))
    foyer.clock.now = foyer.clock.now.add({ minutes: 2 })
    const words = { spaceId, body: 'Projet étoile between us' }
    const { id } = must(await (await foyer.as('delegate')).write(spaces.writePost, words))
    await foyer.runJobs()
    const seenBy = async (caller: typeof steward) =>
      must(await caller.read(moderation.listCases, {})).items.some(({ postId }) => postId === id)
    assert.deepEqual([await seenBy(member), await seenBy(steward)], [true, false])
  })

  it('is watched for by stewards alone, of a bounded list, each once', async () => {
    const [steward, member] = [await foyer.as('steward'), await foyer.as('member')]
    assert.equal(
      (await member.write(moderation.watchPhrase, { phrase: 'x y' })).problem?.code,
      'stewards-only',
    )
    assert.equal((await member.read(moderation.listWatched, {})).problem?.code, 'stewards-only')
    assert.equal(
      (await steward.write(moderation.watchPhrase, { phrase: 'PROJET etoile' })).problem?.code,
      'watched-already',
    )
    assert.equal((await steward.write(moderation.watchPhrase, { phrase: '…!' })).problem?.code, 'no-words')
    assert.equal((await steward.write(moderation.watchPhrase, { phrase: 'a'.repeat(81) })).status, 400)
    must(await steward.write(moderation.unwatchPhrase, { phrase: 'projet étoile' }))
    assert.deepEqual(must(await steward.read(moderation.listWatched, {})).items, [])
  })
})
