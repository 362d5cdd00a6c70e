import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import fc from 'fast-check'
import { UnreadableArchive } from '../archive.ts'
import { readPeopleCsv } from './read-people-csv.ts'

async function firstRow(csv: string | Uint8Array) {
  return (await readPeopleCsv(csv)).rows[0]!
}

test('a Google Workspace export is read with its bracketed headers', async () => {
  const row = await firstRow(
    'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required],' +
      'Status [READ ONLY],Recovery Email,Employee ID,Employee Title,Manager Email,Department\n' +
      'Ana,Sol,Ana.Sol@Example.org,****,/Sales,Suspended,ana@home.example,17,Director,bo@example.org,Sales North\n',
  )
  assert.deepEqual(row, {
    row: 2,
    id: '17',
    name: 'Ana Sol',
    addresses: ['ana.sol@example.org'],
    title: 'Director',
    unit: 'Sales North',
    location: undefined,
    country: undefined,
    timeZone: undefined,
    languages: [],
    manager: { by: 'address', value: 'bo@example.org' },
    isActive: false,
    isGuest: undefined,
  })
})

test('an Entra ID export is read, and its guests are guests without the made-up address', async () => {
  const { rows } = await readPeopleCsv(
    'userPrincipalName,displayName,surname,mail,givenName,objectId,userType,jobTitle,department,accountEnabled,usageLocation\n' +
      'bo@example.org,Bo Lind,Lind,bo.lind@example.org,Bo,aa-1,Member,Head,Plant,True,SE\n' +
      'kim_partner.example#EXT#@example.org,Kim,,kim@partner.example,,aa-2,Guest,,,False,\n',
  )
  assert.deepEqual(rows[0]?.addresses, ['bo.lind@example.org', 'bo@example.org'])
  assert.deepEqual(
    [rows[0]?.id, rows[0]?.isActive, rows[0]?.isGuest, rows[0]?.country],
    ['aa-1', true, false, 'SE'],
  )
  assert.deepEqual(rows[1]?.addresses, ['kim@partner.example'])
  assert.deepEqual([rows[1]?.isActive, rows[1]?.isGuest], [false, true])
})

test('an organogram is read, and XX reports to nobody', async () => {
  const { rows, ignoredColumns } = await readPeopleCsv(
    '\uFEFF,Post Unique Reference,Name,Job Title,Unit,Organisation,Reports to Senior Post,Valid?\n' +
      '0,A1,Ana Sol,Head,,Ministry,xx,1\n1,A2,N/D,Deputy,Roads,Ministry,A1,1\n',
  )
  assert.equal(rows[0]?.manager, undefined)
  assert.equal(rows[0]?.unit, 'Ministry')
  assert.deepEqual(rows[1]?.manager, { by: 'id', value: 'A1' })
  assert.equal(rows[1]?.unit, 'Roads')
  assert.deepEqual(ignoredColumns, ['Valid?'])
})

test('of several words for a manager the reference counts most, then the name', async () => {
  const { rows } = await readPeopleCsv(
    'id,last,first,reports_to,manager_id\n1,Sol,Ana,,\n2,Lind,Bo,Ana B Sol,1\n3,Aho,Kim,Di Roe,\n',
  )
  assert.deepEqual(
    rows.map(({ manager }) => manager),
    [undefined, { by: 'id', value: '1' }, { by: 'name', value: 'Di Roe' }],
  )
})

test('a manager column may hold references, addresses or names', async () => {
  const { rows } = await readPeopleCsv(
    'ID;Name;Manager\n7;Ana;\n8;Bo;7\n9;Kim;Ana\n10;Di;ANA@example.org\n11;Eli;n/a\n',
  )
  assert.deepEqual(
    rows.map(({ manager }) => manager && `${manager.by} ${manager.value}`),
    [undefined, 'id 7', 'name Ana', 'address ana@example.org', undefined],
  )
})

test('passwords are never part of what is read', async () => {
  const file = await readPeopleCsv('Name,Password,Password Hash Function\nAna,hunter2,MD5\n')
  assert.ok(!JSON.stringify(file).includes('hunter2'))
  assert.deepEqual(file.ignoredColumns, ['Password', 'Password Hash Function'])
  assert.match(file.lines[0]!.sentence, /Password/)
})

test('rows are counted as a spreadsheet does, over blank lines and cells of several lines', async () => {
  const { rows } = await readPeopleCsv('Name,Title\n"Ana","Head\nof all"\n,\nBo,Clerk\n\n')
  assert.deepEqual(
    rows.map(({ row, title }) => [row, title]),
    [
      [2, 'Head of all'],
      [4, 'Clerk'],
    ],
  )
})

test('UTF-8, UTF-16 and windows-1252 all give the same name, and a guess is reported', async () => {
  const csv = 'Name,Title\nZoë Müller,Leiterin\n'
  const inUtf16 = Buffer.from(`\uFEFF${csv}`, 'utf16le')
  for (const bytes of [
    Buffer.from(csv),
    inUtf16,
    Buffer.from(inUtf16).swap16(),
    Buffer.from(csv, 'utf16le'),
  ]) {
    assert.equal((await firstRow(bytes)).name, 'Zoë Müller')
  }
  const guessed = await readPeopleCsv(Buffer.from(csv, 'latin1'))
  assert.equal(guessed.rows[0]?.name, 'Zoë Müller')
  assert.equal(guessed.lines[0]?.code, 'encoding-guessed')
})

test('a stream reads as its text does', async () => {
  const chunks = ['Name,Em', 'ail\nAna,a@', 'example.org\n'].map((chunk) => Buffer.from(chunk))
  assert.deepEqual((await readPeopleCsv(Readable.from(chunks))).rows[0]?.addresses, ['a@example.org'])
})

test('cells that cannot be read are left out with a sentence that names them', async () => {
  const { rows, lines } = await readPeopleCsv(
    'Name,Email,Time Zone,Languages,Status\nAna,ana at example,Mars/Olympus,English de-at,floating\n',
  )
  assert.deepEqual(rows[0]?.addresses, [])
  assert.deepEqual(rows[0]?.languages, ['de-AT'])
  assert.equal(rows[0]?.isActive, undefined)
  const codes = lines.map(({ code }) => code)
  for (const code of ['address-unreadable', 'time-zone-unknown', 'language-unknown', 'status-unknown']) {
    assert.ok(codes.includes(code), code)
  }
})

test('what is no people file is refused with a sentence', async () => {
  for (const source of [
    '',
    'a,b\n1,2\n',
    'Name,Title\n"Ana,Head\n',
    Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 0]),
  ]) {
    await assert.rejects(readPeopleCsv(source), (error) => {
      assert.ok(error instanceof UnreadableArchive)
      assert.match(error.message, /^[A-Z].*\.$/s)
      return true
    })
  }
})

test('any text or bytes are read or refused, and never crash', async () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => `Name,Email,Manager,Time zone\n${text}`),
    fc.uint8Array({ maxLength: 200 }),
  )
  await fc.assert(
    fc.asyncProperty(anything, async (source) => {
      try {
        const { rows } = await readPeopleCsv(source)
        assert.ok(rows.every(({ name }) => name.isWellFormed() && !name.includes('\0')))
      } catch (error) {
        assert.ok(error instanceof UnreadableArchive, String(error))
      }
    }),
  )
})
