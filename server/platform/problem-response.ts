// Turns whatever went wrong into RFC 9457 problem details: refusals as they are, bugs without their insides.
import type { Language } from '#contract/language'
import type { Problem, RefusalKind } from '#contract/problem'
import type { Log } from './log.ts'
import { Refusal } from './refusal.ts'
import { type Sentence, say, sentence } from './say.ts'

const STATUS: Record<RefusalKind, { status: number; title: Sentence }> = {
  invalid: { status: 400, title: sentence('That does not fit') },
  unauthenticated: { status: 401, title: sentence('Not signed in') },
  forbidden: { status: 403, title: sentence('Not allowed') },
  'not-found': { status: 404, title: sentence('Not found') },
  conflict: { status: 409, title: sentence('Something is in the way') },
  'too-large': { status: 413, title: sentence('Too large') },
  'too-many': { status: 429, title: sentence('Too many at once') },
}

/** What the system says when nobody answers at the database's address, or stops answering. */
const DATABASE_AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])
/** SQLSTATEs, and codes of the system, that mean there is no room left. */
const NO_ROOM = new Set(['53100', '53200', 'ENOSPC', 'EDQUOT'])

/** Answers a refusal with its status; logs anything else with the request id and answers 500 or 503. */
export function problemResponse(
  error: unknown,
  { requestId, language, log }: { requestId: string; language: Language; log: Log },
): Response {
  if (error instanceof Refusal) {
    const { status, title } = STATUS[error.kind]
    const extra: Record<string, string> =
      error.retryAfterSeconds === undefined ? {} : { 'retry-after': String(error.retryAfterSeconds) }
    return asResponse(
      {
        type: `about:blank#${error.code}`,
        title: say(language, title),
        status,
        code: error.code,
        detail: say(language, error.sentence),
        requestId,
        ...(error.fields === undefined ? {} : { fields: error.fields }),
      },
      extra,
    )
  }
  log.error({ requestId, error: describe(error) }, 'request failed')
  const { title, detail, ...problem } = unexpected(error)
  return asResponse({ ...problem, title: say(language, title), detail: say(language, detail), requestId }, {})
}

type Trouble = Pick<Problem, 'type' | 'status' | 'code'> & { title: Sentence; detail: Sentence }

function unexpected(error: unknown): Trouble {
  const code = codeOf(error)
  if (code !== undefined && NO_ROOM.has(code)) {
    return {
      type: 'about:blank#disk-full',
      title: sentence('No room left'),
      status: 503,
      code: 'disk-full',
      detail: sentence('The disk of this network is full, so nothing was changed. Tell your administrator.'),
    }
  }
  if ((code !== undefined && DATABASE_AWAY.has(code)) || isConnectionLoss(error)) {
    return {
      type: 'about:blank#database-away',
      title: sentence('Away for a moment'),
      status: 503,
      code: 'database-away',
      detail: sentence('The database does not answer just now. Nothing was lost; try again in a moment.'),
    }
  }
  return {
    type: 'about:blank#unexpected',
    title: sentence('Something went wrong here'),
    status: 500,
    code: 'unexpected',
    detail: sentence(
      'Something went wrong on our side, so nothing was changed. Try again; if it stays, give your administrator the request id.',
    ),
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
