// What must come from nobody.
import type { SignInRequest } from '#platform/gate'
import { refusal } from '#platform/refusal'

/** @throws {Refusal} when it came with a session: who asked would be known to whatever notes requests on their way */
export function refuseNamed({ ctx: { viewer } }: SignInRequest): void {
  if (viewer === undefined) return
  throw refusal(
    'invalid',
    'sent-with-a-name',
    'This came with your sign-in, so it was not taken: what is anonymous has to come from nobody. Reload the page and try again.',
  )
}
