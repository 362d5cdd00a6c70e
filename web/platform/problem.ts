// What went wrong, as the server or the browser said it.
import type { Problem } from '#contract/problem'

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

/** A sentence for people; an unexpected one brings the request id that the administrator needs. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof CallProblem)) return 'Something went wrong here. Try again.'
  const { code, detail, requestId } = error.problem
  return code === 'unexpected' && requestId !== undefined ? `${detail} (${requestId})` : detail
}
