import assert from 'node:assert/strict'
import { chmod, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { packagedPostgres, usableBinaries } from './binaries.ts'
import { PostgresTrouble } from './postgres-trouble.ts'

const account = process.geteuid?.() === 0 ? { uid: 60_717, gid: 60_717 } : undefined

describe('the programs of PostgreSQL', () => {
  let home: string
  let copies: string
  let packaged: string

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'foyer-test-'))
    await chmod(home, 0o755)
    copies = join(home, 'copies')
    packaged = join(home, 'native')
    await cp(dirname(packagedPostgres()), home, {
      recursive: true,
      filter: (path) => !path.endsWith('.a'),
      verbatimSymlinks: true,
    })
  })

  after(() => rm(home, { recursive: true }))

  it('are made to run where npm was not allowed to link their libraries', async () => {
    await removeLinks(packaged)
    const binaries = await usableBinaries({ packaged, copies, account })
    assert.equal(binaries.postgres, join(packaged, 'bin', 'postgres'))
    assert.equal(binaries.version.split('.')[0], binaries.major)
  })

  it('are copied once, with all links, from a place that is closed to them', async (t) => {
    await removeLinks(packaged)
    // Root overrules the mode of a folder; the account it lends to PostgreSQL does not.
    const closed = account ? packaged : join(packaged, 'lib')
    await chmod(closed, account ? 0o700 : 0o555)
    t.after(() => chmod(closed, 0o755))
    const binaries = await usableBinaries({ packaged, copies, account })
    assert.ok(binaries.postgres.startsWith(copies))
    assert.deepEqual(await usableBinaries({ packaged, copies, account }), binaries)
    assert.equal((await readdir(copies)).length, 1)
  })

  it('are refused with a sentence where they cannot run at all', async () => {
    const foreign = join(home, 'foreign', 'native')
    await mkdir(join(foreign, 'bin'), { recursive: true })
    await writeFile(join(foreign, 'bin', 'postgres'), 'made for another machine', { mode: 0o755 })
    await writeFile(join(foreign, 'pg-symlinks.json'), '[]')
    await writeFile(join(foreign, '..', 'package.json'), '{ "version": "0.0.0" }')
    await assert.rejects(
      usableBinaries({ packaged: foreign, copies: join(home, 'others'), account }),
      (error) => error instanceof PostgresTrouble && /does not run on this machine/.test(error.message),
    )
  })
})

async function removeLinks(packaged: string): Promise<void> {
  const entries = await readdir(join(packaged, 'lib'), { withFileTypes: true })
  const links = entries.filter((entry) => entry.isSymbolicLink())
  await Promise.all(links.map((link) => rm(join(packaged, 'lib', link.name))))
}
