import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import { imports } from '#contract/import'
import type { PersonId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { readRows } from '#testing/canary-rows'
import { type Caller, startFoyer } from '#testing/foyer'
import { writeHome } from '#testing/made-sample'
import { ADA, BEN, callerAfter, DAN, EVE, inShoesOf, openSampleHouse } from '#testing/sample-house'

describe('the shoes of the sample company', () => {
  it('stand at the door in the order of the file, with what one sees first', async () => {
    const foyer = await openSampleHouse()
    const { items, isOpenToOthers } = must(await foyer.anyone.read(auth.listShoes, {}))
    assert.equal(isOpenToOthers, false)
    assert.deepEqual(
      items.map(({ person, as, sees }) => [person.id, person.name, as, sees]),
      [
        [ADA, 'Ada Berg', 'the executive', 'Your brief.'],
        [DAN, 'Dan Nowak', 'a painter', 'What the floor says.'],
        [EVE, 'Eve Lund', 'a guest', 'One space, and nothing else.'],
      ],
    )
  })

  it('are said to be open to everybody where others reach the address, before anybody steps in', async () => {
    const folder = await writeHome()
    const foyer = await startFoyer({ isEmpty: true, folder, environment: { HOST: '0.0.0.0' } })
    const before = must(await foyer.anyone.read(auth.whoAmI, {}))
    assert.ok(before.standing === 'first-run' && before.isOpenToOthers)
    must(await foyer.anyone.write(imports.openSample, {}))
    assert.equal(must(await foyer.anyone.read(auth.listShoes, {})).isOpenToOthers, true)
  })

  it('make an ordinary session, and stepping into others ends it', async () => {
    const foyer = await openSampleHouse()
    const ada = await inShoesOf(foyer, ADA)
    const standing = must(await ada.read(auth.whoAmI, {}))
    assert.ok(standing.standing === 'signed-in' && standing.isSample)
    assert.deepEqual([standing.me.person.id, standing.me.roles], [ADA, ['executive']])
    assert.equal(must(await ada.read(auth.listSessions, {})).items.length, 1)
    const stepped = await ada.write(auth.stepIntoShoes, { personId: DAN })
    const dan = callerAfter(foyer, stepped)
    const now = must(await dan.read(auth.whoAmI, {}))
    assert.ok(now.standing === 'signed-in')
    assert.equal(now.me.person.id, DAN)
    assert.equal((await ada.read(spaces.getFeed, {})).status, 401)
  })

  it('are nobody else’s: neither of a colleague without shoes at the door, nor of a forged id, nor of one who left', async () => {
    const foyer = await openSampleHouse()
    await sql`update people.person set is_active = false where id = ${DAN}`.execute(foyer.db)
    for (const personId of [BEN, DAN, '00000000-0000-7000-8000-000000000001' as PersonId]) {
      const answer = await foyer.anyone.write(auth.stepIntoShoes, { personId })
      assert.deepEqual([answer.status, answer.problem?.code], [404, 'no-such-shoes'])
      assert.deepEqual(answer.headers.getSetCookie(), [])
    }
    const sessions = await sql`select from auth.session`.execute(foyer.db)
    assert.equal(sessions.rows.length, 0)
  })

  it('fit nobody in a network of one’s own: the shoes, the list and the leaving are not there', async () => {
    const foyer = await startFoyer()
    const administrator = await foyer.as('administrator')
    const { personId } = { personId: (await me(administrator)).id }
    for (const caller of [foyer.anyone, administrator]) {
      const answers = [
        await caller.read(auth.listShoes, {}),
        await caller.write(auth.stepIntoShoes, { personId }),
      ]
      for (const { status, problem, headers } of answers) {
        assert.deepEqual([status, problem?.code, headers.getSetCookie()], [404, 'no-sample', []])
      }
    }
    const before = await readRows(foyer.db)
    const left = await administrator.write(auth.leaveSample, {})
    assert.deepEqual([left.status, left.problem?.code], [404, 'no-sample'])
    assert.deepEqual(await readRows(foyer.db), before)
  })

  it('fit nobody any more once the network is one’s own, even where they still stand', async () => {
    const foyer = await openSampleHouse()
    const ada = await inShoesOf(foyer, ADA)
    await sql`update people.network set is_sample = false`.execute(foyer.db)
    for (const caller of [foyer.anyone, ada]) {
      const answer = await caller.write(auth.stepIntoShoes, { personId: DAN })
      assert.deepEqual([answer.status, answer.problem?.code], [404, 'no-sample'])
      assert.equal((await caller.read(auth.listShoes, {})).status, 404)
    }
    assert.equal((await ada.write(auth.leaveSample, {})).status, 404)
  })
})

async function me(caller: Caller) {
  const standing = must(await caller.read(auth.whoAmI, {}))
  assert.ok(standing.standing === 'signed-in')
  return standing.me.person
}
