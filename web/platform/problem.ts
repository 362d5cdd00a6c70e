// What went wrong, as the server or the browser said it.
import type { Problem } from '#contract/problem'
import { say } from './say.ts'

/** A refusal or a fault, with the server's problem where there was one. */
export class CallProblem extends Error {
  override name = 'CallProblem'
  readonly problem: Pick<Problem, 'code' | 'detail' | 'status'> & Partial<Problem>

  constructor(problem: CallProblem['problem']) {
    super(problem.detail)
    this.problem = problem
  }
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof CallProblem ? error.problem.code : undefined
}

/**
 * Whether an address led to nothing, or to something one may not see: to ask again would not help. An id that is none
 * comes back as wrong input, since what a page asks for stands in its address.
 */
export function isNowhere(error: unknown): boolean {
  return error instanceof CallProblem && [400, 403, 404].includes(error.problem.status)
}

/** A sentence for people; an unexpected one brings the request id that the administrator needs. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof CallProblem)) return say('Something went wrong here. Try again.')
  const { code, detail, requestId } = error.problem
  return code === 'unexpected' && requestId !== undefined ? `${detail} (${requestId})` : detail
}
