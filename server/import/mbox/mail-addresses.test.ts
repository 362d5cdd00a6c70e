import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseAddresses, parseNames } from './mail-addresses.ts'

function pairs(header: string): [string | undefined, string][] {
  return parseAddresses(header).map(({ name, id }) => [name, id])
}

test('names and addresses are told apart in every usual form', () => {
  assert.deepEqual(
    pairs('Jane Doe <Jane.Doe@Acme.com>, "Doe, John" <john@acme.com>; bob@acme.com (Bob Roe)'),
    [
      ['Jane Doe', 'jane.doe@acme.com'],
      ['Doe, John', 'john@acme.com'],
      ['Bob Roe', 'bob@acme.com'],
    ],
  )
})

test('quotes of any kind around a name are not part of it', () => {
  assert.deepEqual(pairs(`'Jane Doe' <jane@acme.com>, "'bob@acme.com'" <bob@acme.com>, 'eve@acme.com'`), [
    ['Jane Doe', 'jane@acme.com'],
    [undefined, 'bob@acme.com'],
    [undefined, 'eve@acme.com'],
  ])
})

test('an unquoted comma in a name does not make two people of one', () => {
  assert.deepEqual(pairs('Doe, Jane <jane@acme.com>, Roe, Bob J. <bob@acme.com>'), [
    ['Doe, Jane', 'jane@acme.com'],
    ['Roe, Bob J.', 'bob@acme.com'],
  ])
})

test('entries of a directory are kept as such, with the sign-in name they end in', () => {
  const [entry] = parseAddresses('Doe, Jane </O=ACME/OU=NA/CN=RECIPIENTS/CN=JDOE>')
  assert.deepEqual(entry, {
    name: 'Doe, Jane',
    id: '/o=acme/ou=na/cn=recipients/cn=jdoe',
    isRoutable: false,
    login: 'jdoe',
  })
})

test('addresses of Notes name a person without being routable', () => {
  for (const text of [
    'Jane M Doe/HOU/ACME@ACME',
    'Jane M Doe@ACME',
    'Jane M Doe <Jane M Doe/HOU/ACME@ACME>',
  ]) {
    const [entry] = parseAddresses(text)
    assert.equal(entry?.name, 'Jane M Doe', text)
    assert.equal(entry?.isRoutable, false, text)
  }
})

test('an address wrapped by Exchange or followed by a route is found inside', () => {
  assert.deepEqual(
    pairs(
      'Jane <jane@home.net>@ACME <IMCEANOTES-Jane+20+3Cjane+40home+2Enet+3E+40ACME@ACME.com>, "Bob" <bob@x.org>@ACME',
    ),
    [
      ['Jane', 'jane@home.net'],
      ['Bob', 'bob@x.org'],
    ],
  )
})

test('groups give their members and not their name', () => {
  assert.deepEqual(pairs('undisclosed-recipients:;'), [])
  assert.deepEqual(
    pairs('Board: a@acme.com, b@acme.com;, c@acme.com').map(([, id]) => id),
    ['a@acme.com', 'b@acme.com', 'c@acme.com'],
  )
})

test('encoded names are decoded', () => {
  assert.deepEqual(pairs('=?utf-8?Q?J=C3=BCrgen_Doe?= <j@acme.com>'), [['Jürgen Doe', 'j@acme.com']])
})

test('a list of names keeps one entry for each name', () => {
  assert.deepEqual(
    parseNames('Jane Doe, Bob Roe').map(({ name }) => name),
    ['Jane Doe', 'Bob Roe'],
  )
})

test('no header, however broken, breaks the reading', () => {
  const piece = fc.constantFrom(
    '"',
    '<',
    '>',
    '(',
    ')',
    ',',
    ';',
    ':',
    '@',
    '\\',
    'a',
    'IMCEA-',
    '+4',
    '=?',
    "'",
    '/',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const { id } of parseAddresses(pieces.join(''))) assert.notEqual(id, '')
    }),
  )
})
