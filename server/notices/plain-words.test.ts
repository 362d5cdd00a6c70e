import assert from 'node:assert/strict'
import { it } from 'node:test'
import { plainWords } from './plain-words.ts'

it('Markdown reads as plain words', () => {
  const id = '00000000-0000-7000-8000-000000000001'
  const written: [string, string][] = [
    [`@[Ingrid Solheim](person:${id}), may I?`, 'Ingrid Solheim, may I?'],
    ['**Stop** the _line_ ~~now~~', 'Stop the line now'],
    ['## Why\n\n> Because\n\n- [ ] one\n- two', 'Why\n\nBecause\n\none\ntwo'],
    ['See [the log](https://example.org/a_b_c) and `x = 1`', 'See the log and x = 1'],
    ['```js\nstop()\n```', 'stop()'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['1\\. not a list', '1. not a list'],
  ]
  for (const [markdown, plain] of written) assert.equal(plainWords(markdown), plain)
})

it('no text turns the direction of what stands around it, nor climbs into it', () => {
  assert.equal(plainWords('in\u202Evoice\u2066.exe\u0007'), 'invoice.exe')
  assert.equal(plainWords(`a${'\u0301'.repeat(50)}b`), `a${'\u0301'.repeat(4)}b`)
})
