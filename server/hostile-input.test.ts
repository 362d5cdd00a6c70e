// Whatever is sent, to whatever field of whatever endpoint: an answer or a sentence, never a bug.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listEndpoints } from '#contract/contract'
import type { Endpoint } from '#contract/endpoint'
import { cursorOf } from '#platform/cursor'
import { inputsOf } from '#testing/canary-inputs'
import { frontDoor } from '#testing/canary-walk'
import { openHouse } from '#testing/canary-world'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const { outsiders } = await openHouse(foyer)
const administrator = outsiders.find(({ name }) => name === 'administrator')

const id = '0192f0c1-0000-7000-8000-000000000000'
const texts = ['', ' ', '\0', '\u0007\u202e', '\ud800', 'a\udc00b', '%_\\', '\\', '"', "a'b\\c", '<script>']
const longTexts = ['é'.repeat(500), '𝒳'.repeat(40), 'x'.repeat(25_000), `@[${'['.repeat(2000)}`]
const code = [
  "'; drop table people.person; --",
  "it's \\' & | ! :* <-> ( )",
  '/a/b\\c C:\\x',
  'http://a.b/c?d=\\',
]
const almost = [
  'not-a-uuid',
  id.toUpperCase(),
  `@[x](person:${'0'.repeat(36)})`,
  '-1',
  'NaN',
  '1e400',
  '__proto__',
]
const cursors = [['', ''], ['2026-02-30T00:00:00Z', id], ['after', 'x'], ['\0'], ['\ud800', id]].map(cursorOf)
const noTexts = [null, 7, -0.5, Number.MAX_VALUE, true, [], {}, [[]]]
const HOSTILE: unknown[] = [...texts, ...longTexts, ...code, ...almost, ...cursors, ...noTexts]

/** Each field of an input in turn, with something hostile in its place. */
function spoilt(input: unknown): unknown[] {
  const fields = input as Record<string, unknown>
  return Object.keys(fields).flatMap((field) =>
    HOSTILE.map((word) => ({ ...fields, [field]: Array.isArray(fields[field]) ? [word] : word })),
  )
}

async function answersTo(endpoint: Endpoint): Promise<void> {
  assert.ok(administrator !== undefined)
  for (const input of inputsOf(endpoint, (thing) => administrator.visible[thing]).flatMap(spoilt)) {
    const answer = await frontDoor(administrator, endpoint, input)
    const said = `${answer.status} ${JSON.stringify(answer.body)} to ${JSON.stringify(input).slice(0, 200)}`
    assert.ok(answer.status < 500, said)
    if (answer.status >= 400)
      assert.match(String((answer.body as { detail: string }).detail), /^[A-Z"'].{8,}/, said)
  }
}

describe('no input makes a bug', () => {
  for (const endpoint of listEndpoints()) {
    it(`of ${endpoint.room}/${endpoint.name}`, () => answersTo(endpoint))
  }
})
