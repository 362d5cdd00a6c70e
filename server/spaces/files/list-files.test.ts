// The files of a space: in order, and found by what they are called and by what they say.
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import yazl from 'yazl'
import type { InputOf } from '#contract/endpoint'
import { files } from '#contract/files'
import type { SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type Caller, startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const member = await foyer.as('member')
const executive = await foyer.as('executive')
let paint: SpaceId
let board: SpaceId

before(async () => {
  paint = (await member.write(spaces.createSpace, { name: 'Paint', visibility: 'open' })).body.id
  board = (await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).body.id
})

/** Says something with files, a minute after what was said before. */
async function attach(caller: Caller, spaceId: SpaceId, given: Record<string, Uint8Array>) {
  foyer.clock.now = foyer.clock.now.add({ minutes: 1 })
  const fileIds = []
  for (const [name, bytes] of Object.entries(given)) fileIds.push(must(await caller.upload(name, bytes)).id)
  return must(await caller.write(spaces.writePost, { spaceId, title: 'Papers', body: 'See below.', fileIds }))
}

type Asked = Partial<InputOf<typeof files.listFiles>>

async function list(asked: Asked = {}, caller = member) {
  return must(await caller.read(files.listFiles, { spaceId: paint, ...asked }))
}

const namesOf = ({ items }: { items: { file: { name: string } }[] }) => items.map(({ file }) => file.name)
const plain = (text: string | null | undefined) => text?.replaceAll(/[\ue000\ue001]/g, '|')

/** A PDF of one page with one line. */
function pdfOf(line: string): Buffer {
  const content = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let pdf = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = pdf.length
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = `trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`
  return Buffer.from(`${pdf}xref\n0 6\n0000000000 65535 f \n${table}${end}`)
}

const OFFICE = 'http://schemas.openxmlformats.org'

/** A DOCX of one paragraph. */
async function docxOf(paragraph: string): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(`<?xml version="1.0"?>${xml}`), name)
  add(
    '[Content_Types].xml',
    `<Types xmlns="${OFFICE}/package/2006/content-types">
       <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
       <Override PartName="/word/document.xml"
         ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  )
  add(
    '_rels/.rels',
    `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1"
       Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  add(
    'word/document.xml',
    `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${paragraph}</w:t></w:r></w:p></w:body></w:document>`,
  )
  zip.end()
  return buffer(Readable.from(zip.outputStream))
}

describe('the files of a space', () => {
  it('are found by what they say: text, PDF and DOCX, in every form of a word, with the passage marked', async () => {
    await attach(member, paint, {
      'handover.md': Buffer.from('# Nights\nThe booth filters were changed twice.'),
    })
    await attach(member, paint, { 'audit.pdf': pdfOf('Solvent recovery was audited in March.') })
    await attach(member, paint, { 'offer.docx': await docxOf('We offer three ovens for the drying line.') })
    await foyer.runJobs()
    assert.deepEqual(namesOf(await list({ query: 'filter changes' })), ['handover.md'])
    assert.deepEqual(namesOf(await list({ query: 'audits solvents' })), ['audit.pdf'])
    const { items } = await list({ query: 'drying oven' })
    assert.deepEqual(namesOf({ items }), ['offer.docx'])
    assert.equal(plain(items[0]?.excerpt), 'We offer three |ovens| for the |drying| line.')
    assert.deepEqual(namesOf(await list({ query: 'ovens filters' })), [])
  })

  it('are found by their names while somebody still types, whatever their kind', async () => {
    const bytes = Buffer.from([0, 1, 2, 3])
    await attach(member, paint, { 'line-3 camera.bin': bytes })
    await foyer.runJobs()
    const { items } = await list({ query: 'line 3 cam' })
    assert.deepEqual(namesOf({ items }), ['line-3 camera.bin'])
    assert.equal(items[0]?.excerpt, null)
    assert.deepEqual(namesOf(await list({ query: '!!' })), [])
  })

  it('are listed the newest first, page after page, and by their kind', async () => {
    const all = namesOf(await list())
    const first = await list({ limit: 3 })
    const second = await list({ limit: 3, ...(first.nextCursor !== null && { cursor: first.nextCursor }) })
    assert.deepEqual([...namesOf(first), ...namesOf(second)], all)
    assert.equal(second.nextCursor, null)
    assert.deepEqual(namesOf(await list({ kind: 'other' })), ['line-3 camera.bin'])
    assert.deepEqual(namesOf(await list({ kind: 'document' })), ['offer.docx', 'audit.pdf', 'handover.md'])
    assert.deepEqual(namesOf(await list({ kind: 'picture' })), [])
  })

  it('of a private space exist for its members alone', async () => {
    await attach(executive, board, { 'merger.md': Buffer.from('The merger is off.') })
    await foyer.runJobs()
    assert.deepEqual(namesOf(await list({ spaceId: board, query: 'merger' }, executive)), ['merger.md'])
    assert.equal((await member.read(files.listFiles, { spaceId: board, query: 'merger' })).status, 404)
  })

  it('are gone from the list with the words they went with', async () => {
    const { id } = await attach(member, paint, { 'draft.md': Buffer.from('Provisional torque values.') })
    await foyer.runJobs()
    assert.deepEqual(namesOf(await list({ query: 'torque' })), ['draft.md'])
    must(await member.write(spaces.deleteWords, { saidId: id as never }))
    assert.deepEqual(namesOf(await list({ query: 'torque' })), [])
  })

  it('that are broken are found by their names, and read once only', async () => {
    await attach(member, paint, {
      'torn.pdf': Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(4000, 7)]),
    })
    await foyer.runJobs()
    assert.deepEqual(namesOf(await list({ query: 'torn' })), ['torn.pdf'])
    const unread = await sql`select id from spaces.file where not is_read`.execute(foyer.db)
    assert.equal(unread.rows.length, 0)
  })
})
