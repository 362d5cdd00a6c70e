import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it, mock } from 'node:test'
import { readSettings } from '#platform/settings'
import { startFoyer } from '#testing/foyer'
import { importCommand } from './import-command.ts'
import { whyDatabaseFailed } from './why-database-failed.ts'
import { WrongCommand } from './wrong-command.ts'

const foyer = await startFoyer()
const folder = await mkdtemp(join(tmpdir(), 'foyer-import-'))
after(() => rm(folder, { recursive: true, force: true }))
const settings = readSettings({ DATABASE_URL: foyer.url }, folder)
await writeFile(join(folder, 'notes.txt'), 'no archive')

async function refusalOf(...words: string[]): Promise<string> {
  try {
    await importCommand(settings, words)
  } catch (error) {
    assert.ok(error instanceof WrongCommand, String(error))
    return error.message
  }
  assert.fail('it went through')
}

it('answers what was typed wrongly with a sentence that says what to type', async () => {
  assert.match(await refusalOf(), /Give people, slack, mattermost or mbox/)
  assert.match(await refusalOf('yammer', 'x.zip'), /no archive of the kind "yammer"/)
  assert.match(await refusalOf('slack'), /foyer import slack <zip>/)
  assert.match(await refusalOf('mbox', 'a', 'b'), /"b" is one too many/)
  assert.match(await refusalOf('slack', 'x.zip', '--list-as-space'), /--list-as-space does not go with slack/)
  assert.match(await refusalOf('people', 'x.csv', '--aply'), /--aply/)
})

it('answers what cannot be read with a sentence, and never with a stack', async () => {
  const missing = join(folder, 'missing')
  for (const kind of ['people', 'slack', 'mattermost', 'mbox']) {
    assert.match(await refusalOf(kind, missing, '--apply'), /^There is no file.* \S*missing\S*$/)
  }
  assert.match(await refusalOf('slack', join(folder, 'notes.txt')), /no whole zip/)
  assert.match(await refusalOf('mattermost', join(folder, 'notes.txt')), /no bulk export of Mattermost/)
  assert.match(await refusalOf('people', folder), /is a folder/)
  assert.match(await refusalOf('mbox', folder), /No mail was found/)
})

it('says that what came in stays when the database goes away or its disk is full', () => {
  const full = Object.assign(new Error('could not extend file'), { code: '53100' })
  assert.match(whyDatabaseFailed(full)?.message ?? '', /disk of the database is full.*stays/)
  const away = new Error('Connection terminated unexpectedly')
  assert.match(whyDatabaseFailed(away)?.message ?? '', /does not answer any more.*goes on from there/)
  assert.equal(whyDatabaseFailed(new Error('a bug')), undefined)
})

it('names what came in, says what an undo would take out, and takes it out when asked to', async () => {
  const said = async (...words: string[]) => {
    const written: string[] = []
    const write = mock.method(process.stdout, 'write', (text: string) => written.push(text) > 0)
    try {
      await importCommand(settings, words)
    } finally {
      write.mock.restore()
    }
    return written.join('')
  }
  const path = join(folder, 'export.jsonl')
  const post = { team: 't', channel: 'c', user: 'ana', message: 'Hello', create_at: 1_700_000_000_000 }
  await writeFile(path, JSON.stringify({ type: 'post', post }))
  const [id = ''] = /(?<=import undo )\S+/.exec(await said('mattermost', path, '--apply')) ?? []
  assert.match(await said('list'), new RegExp(`^${id} .* mattermost  done  1 new  export.jsonl`))
  assert.match(await said('undo', id), /^1 message would go/)
  assert.match(await said('undo', id, '--apply'), /^Gone: 1 message, 1 space, 1 person/)
  assert.match(await said('undo', id), /^0 messages would go/)
  assert.match(await refusalOf('undo'), /foyer import undo <id>/)
  assert.match(await refusalOf('undo', 'nonsense'), /There is no import nonsense/)
})
