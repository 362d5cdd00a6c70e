// What the page asks anew is what it then shows, however answers and telling fall together.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { QueryObserver } from '@tanstack/react-query'
import { askAnew, openQueries } from './queries.ts'

it('an answer that was read before the change is not taken for the new one, though it is the first of all', async () => {
  const queries = openQueries()
  const asked: PromiseWithResolvers<string>[] = []
  const queryFn = () => {
    const answer = Promise.withResolvers<string>()
    asked.push(answer)
    return answer.promise
  }
  const observer = new QueryObserver(queries, { queryKey: ['count'], queryFn })
  const stop = observer.subscribe(() => {})
  const anew = askAnew(queries, ['count'])
  asked[0]?.resolve('before')
  await new Promise((resolve) => setImmediate(resolve))
  asked[1]?.resolve('after')
  await anew
  assert.equal(asked.length, 2)
  assert.equal(queries.getQueryData(['count']), 'after')
  stop()
  queries.clear()
})
