// Turns whatever went wrong into RFC 9457 problem details: refusals as they are, bugs without their insides.
import type { Problem, RefusalKind } from '#contract/problem'
import type { Log } from './log.ts'
import { Refusal } from './refusal.ts'

const STATUS: Record<RefusalKind, { status: number; title: string }> = {
  invalid: { status: 400, title: 'That does not fit' },
  unauthenticated: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Something is in the way' },
  'too-large': { status: 413, title: 'Too large' },
  'too-many': { status: 429, title: 'Too many at once' },
}

/** What the system says when nobody answers at the database's address, or stops answering. */
const DATABASE_AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])
/** SQLSTATEs, and codes of the system, that mean there is no room left. */
const NO_ROOM = new Set(['53100', '53200', 'ENOSPC', 'EDQUOT'])

/** Answers a refusal with its status; logs anything else with the request id and answers 500 or 503. */
export function problemResponse(
  error: unknown,
  { requestId, log }: { requestId: string; log: Log },
): Response {
  if (error instanceof Refusal) {
    const { status, title } = STATUS[error.kind]
    const extra: Record<string, string> =
      error.retryAfterSeconds === undefined ? {} : { 'retry-after': String(error.retryAfterSeconds) }
    return asResponse(
      {
        type: `about:blank#${error.code}`,
        title,
        status,
        code: error.code,
        detail: error.message,
        requestId,
        ...(error.fields === undefined ? {} : { fields: error.fields }),
      },
      extra,
    )
  }
  log.error({ requestId, error: describe(error) }, 'request failed')
  return asResponse(unexpected(error, requestId), {})
}

function unexpected(error: unknown, requestId: string): Problem {
  const code = codeOf(error)
  if (code !== undefined && NO_ROOM.has(code)) {
    return {
      type: 'about:blank#disk-full',
      title: 'No room left',
      status: 503,
      code: 'disk-full',
      detail: 'The disk of this network is full, so nothing was changed. Tell your administrator.',
      requestId,
    }
  }
  if ((code !== undefined && DATABASE_AWAY.has(code)) || isConnectionLoss(error)) {
    return {
      type: 'about:blank#database-away',
      title: 'Away for a moment',
      status: 503,
      code: 'database-away',
      detail: 'The database does not answer just now. Nothing was lost; try again in a moment.',
      requestId,
    }
  }
  return {
    type: 'about:blank#unexpected',
    title: 'Something went wrong here',
    status: 500,
    code: 'unexpected',
    detail:
      'Something went wrong on our side, so nothing was changed. Try again; if it stays, give your administrator the request id.',
    requestId,
  }
}

function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // PostgreSQL calls fatal what ends a connection: a restart, too many of them, a closed database.
  if ('severity' in error && (error.severity === 'FATAL' || error.severity === 'PANIC')) return true
  return /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(error.message)
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Name, code, message and stack; a database error's `detail` may quote people's words and is left out. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  return { name: error.name, code: codeOf(error), message: error.message, stack: error.stack }
}

function asResponse(problem: Problem, extra: Record<string, string>): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...extra,
    },
  })
}
