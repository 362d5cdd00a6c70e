import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { jsonElements } from './json-elements.ts'

async function* inChunks(bytes: Buffer, size: number): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

test('a list comes apart into its elements, however it is laid out and wherever the chunks are cut', async () => {
  const layout = fc.constantFrom(undefined, 1, '\t')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue()),
      layout,
      fc.integer({ min: 1, max: 40 }),
      async (list, space, size) => {
        const elements = await Array.fromAsync(
          jsonElements(inChunks(Buffer.from(JSON.stringify(list, null, space)), size)),
        )
        assert.deepEqual(
          elements.map((element) => 'value' in element && JSON.stringify(element.value)),
          list.map((value) => JSON.stringify(value)),
        )
        assert.deepEqual(
          elements.map(({ index }) => index),
          list.map((_, place) => place + 1),
        )
      },
    ),
  )
})

test('a list that is cut off gives what was whole, and says so last', async () => {
  const whole = Buffer.from('[{"a":"[,]"}, 2, {"b":{}}]')
  for (let length = 1; length < whole.length; length += 1) {
    const elements = await Array.fromAsync(jsonElements(inChunks(whole.subarray(0, length), 7)))
    assert.match(JSON.stringify(elements.pop()), /cut off/)
    assert.ok(elements.every((element) => 'value' in element))
  }
})

test('bytes that cannot be read end the list with a flaw and nothing thrown', async () => {
  async function* failing(): AsyncIterable<Buffer> {
    yield Buffer.from('[1, 2')
    throw new Error('invalid distance too far back')
  }
  const elements = await Array.fromAsync(jsonElements(failing()))
  assert.deepEqual(elements.at(-1), { index: 2, flaw: 'file with damaged bytes', isElement: false })
})
