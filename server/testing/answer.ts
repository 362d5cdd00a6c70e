// What a test takes out of an answer.
import assert from 'node:assert/strict'

/** What was answered; it must not have been refused. */
export function must<T>({ problem, body }: { problem: unknown; body: T }): T {
  assert.equal(problem, undefined)
  return body
}

/** The cookies that an answer brought, as a browser sends them back. */
export function cookiesOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}
