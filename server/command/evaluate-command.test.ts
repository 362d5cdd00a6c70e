import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { evaluated } from '#testing/evaluation'

const folder = await mkdtemp(join(tmpdir(), 'foyer-evaluate-'))
after(() => rm(folder, { recursive: true, force: true }))

type Mail = { from: string; to: string; cc?: string; at: string; subject: string; text: string }

function mbox(mails: readonly Mail[]): string {
  const written = mails.map(({ from, to, cc, at, subject, text }, index) => {
    const date = new Date(at).toUTCString()
    const copies = cc === undefined ? '' : `Cc: ${cc}\n`
    const headers = `Message-ID: <${index}@x.test>\nFrom: ${from}\nTo: ${to}\n${copies}Subject: ${subject}\nDate: ${date}`
    return `From x@x.test Mon May  4 09:00:00 2020\n${headers}\n\n${text}\n`
  })
  return written.join('\n')
}

const ADA = 'Ada Reed <ada.reed@acme.test>'
const ADA_AT_HOME = 'ada@home.test'
const BEN = 'Ben Ito <ben.ito@acme.test>'
const CLEO = 'Cleo Park <cleo.park@acme.test>'
const NEWS = 'Weekly News <newsletter@acme.test>'

/** On Tuesday morning a question, a copy and a newsletter wait; the question is answered on Wednesday, from home. */
const inbox: Mail[] = [
  { from: ADA, to: BEN, at: '2020-05-01T09:00Z', subject: 'Kiln', text: 'Here is the plan of the kiln.' },
  { from: NEWS, to: ADA, at: '2020-05-04T20:00Z', subject: 'News', text: 'To unsubscribe, click here.' },
  { from: BEN, to: CLEO, cc: ADA, at: '2020-05-04T19:00Z', subject: 'Press', text: 'The press is back.' },
  { from: BEN, to: ADA, at: '2020-05-04T15:00Z', subject: 'Rota', text: 'Ada, can you check the rota?' },
]
const sent: Mail[] = [
  { from: ADA_AT_HOME, to: BEN, at: '2020-05-06T10:00Z', subject: 'Re: Rota', text: 'Checked.' },
]
const inboxFile = join(folder, 'inbox.mbox')
const sentFile = join(folder, 'sent.mbox')
await writeFile(inboxFile, mbox(inbox))
await writeFile(sentFile, mbox(sent).replace('<0@', '<sent-0@'))

const evaluate = (...words: string[]) => evaluated(['brief', ...words])

const of = ['--archive', inboxFile, sentFile, '--person', 'ada.reed@acme.test', '--person', ADA_AT_HOME]

it('judges each working morning by what its reader answered later, from whichever address', async () => {
  const period = ['--from', '2020-05-05', '--to', '2020-05-06']
  const evaluation = JSON.parse(await evaluate(...of, ...period, '--json'))
  const { person, workingDays, candidates, answered, orders } = evaluation
  assert.deepEqual(
    { person, workingDays, candidates, answered },
    {
      ...{ person: 'Ada Reed', workingDays: 2 },
      // Three wait on Tuesday and on Wednesday, before the answer of ten o'clock; one of them is answered.
      ...{ candidates: 6, answered: 2 },
    },
  )
  assert.deepEqual(evaluation.threads, { answered: 2, missed: 0 })
  assert.equal(orders.foyer.auc.value, 1)
  assert.equal(orders.newest.auc.value, 0.25)
  assert.equal(orders.foyer.recallInBudget.value, 1)
  assert.match(
    await evaluate(...of, ...period),
    /^Ada Reed, 2020-05-05 to 2020-05-06[\s\S]*\nFoyer {10,}0\.33/,
  )
})

it('says in a sentence what cannot be judged', async () => {
  const archive = ['--archive', inboxFile]
  assert.match(await evaluate('--person', 'a@b.test'), /^Say which archive/)
  assert.match(await evaluate(...archive), /^Say whose brief/)
  assert.match(await evaluate(...archive, '--person', 'no@acme.test'), /Nobody in the archive has .*no@acme/)
  assert.match(
    await evaluate('--archive', join(folder, 'none'), '--person', 'a@b.test'),
    /no file or folder "none"/,
  )
  assert.match(
    await evaluate(...of, '--from', '2020-05-09', '--to', '2020-05-10'),
    /Nothing waited for Ada Reed/,
  )
  assert.match(await evaluate(...of, '--from', '2020-05-09', '--to', '2020-05-01'), /^The period is empty/)
  assert.match(await evaluate(...of, '--from', 'May'), /^"May" is not a day/)
  assert.match(await evaluate(...of, '--zone', 'Mars'), /^"Mars" is no time zone/)
  assert.match(await evaluate(...of, '--minutes', '7'), /3, 5, 10 or 15 minutes/)
})
