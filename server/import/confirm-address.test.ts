import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import { imports } from '#contract/import'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const MERGED = 'i.solheim@elsewhere.test'

it('nobody signs in by an address that an import merged, until an administrator confirms it', async () => {
  await sql`
    insert into people.address (address, person_id, evidence, added_at)
    values (${MERGED}, ${cast.executive.id}, 'named alike', ${foyer.clock.now})`.execute(foyer.db)
  await foyer.anyone.write(auth.askForLink, { address: MERGED })
  const administrator = await foyer.as('administrator')
  assert.ok(!foyer.mails.some(({ to }) => to === MERGED))

  assert.equal((await administrator.write(imports.confirmAddress, { address: MERGED })).status, 200)
  await foyer.anyone.write(auth.askForLink, { address: MERGED })
  // Links are mailed beside the request; another one that is waited for comes after it.
  await foyer.as('member')
  assert.ok(foyer.mails.some(({ to }) => to === MERGED))
  const again = await administrator.write(imports.confirmAddress, { address: MERGED })
  assert.equal(again.problem?.code, 'not-merged')
})
