import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { startFoyer } from '#testing/foyer'
import { statement } from './statement.ts'

const { db } = await startFoyer({ isEmpty: true })

it('composes each shape once and runs it with whatever is given', async () => {
  let composed = 0
  const add = statement<'twice' | 'once', { number: number; word: string }, { sum: number; word: string }>(
    (shape, { number, word }) => {
      composed += 1
      const sum = shape === 'twice' ? sql`${number}::int + ${number}::int` : sql`${number}::int`
      return sql`select ${sum} as sum, ${word}::text as word`
    },
  )
  assert.deepEqual(await add(db, 'twice', { number: 2, word: 'a' }), [{ sum: 4, word: 'a' }])
  assert.deepEqual(await add(db, 'twice', { number: 5, word: "b'$1" }), [{ sum: 10, word: "b'$1" }])
  assert.deepEqual(await add(db, 'once', { number: 5, word: '' }), [{ sum: 5, word: '' }])
  assert.equal(composed, 2)
})

it('takes no value while it is composed, as the next caller would be answered with it', async () => {
  const leaky = statement<'only', { id: string }, object>(() => sql`select ${'of the first caller'}`)
  await assert.rejects(leaky(db, 'only', { id: 'x' }), /holds a value/)
})
