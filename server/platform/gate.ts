// The gate: every request comes in here, is known, limited and parsed, runs its act, and leaves as JSON or as a
// problem. Nothing else in Foyer speaks HTTP but sign-in's cookies and the page's files.
import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Context, Hono } from 'hono'
import type { StatusCode } from 'hono/utils/http-status'
import type { Caller, Endpoint, InputOf, ReplyOf } from '#contract/endpoint'
import type { Language } from '#contract/language'
import { answerBytes, type Bytes, type MadeBytes } from './byte-answer.ts'
import { type Ctx, isAdministrator, isGuest, type OpenCtx, type Viewer } from './ctx.ts'
import type { Db } from './db.ts'
import { runOnce } from './done-writes.ts'
import { bodyOf, parseInput, queryOf } from './gate-input.ts'
import type { News } from './journal.ts'
import { languageAsked } from './language.ts'
import type { Log } from './log.ts'
import { looking, lookOf, type OpenLook, onlyLooking } from './looking.ts'
import type { Metrics } from './metrics.ts'
import { problemResponse } from './problem-response.ts'
import type { Limits } from './rate-limits.ts'
import { refusal } from './refusal.ts'
import {
  callerAddress,
  requestIdOf,
  requireMeant,
  requireSameSite,
  securityHeaders,
} from './request-safety.ts'

/** JSON that was built in SQL and goes out as it is. */
export type RawJson = { json: string }

/** What sign-in needs beyond an act: the request's headers, and a place for the cookies it sets. */
export type SignInRequest = {
  ctx: OpenCtx
  headers: Headers
  address: string
  language: Language
  setCookies: (from: Headers) => void
}

type Run = (call: {
  input: unknown
  viewer: Viewer | undefined
  now: Temporal.Instant
  /** What a read reads: as a rule the pool. */
  db: Db
  context: Context<GateEnv>
}) => Promise<string | Bytes | MadeBytes | ReadableStream<Uint8Array>>

export type Route = { endpoint: Endpoint; bind: (gate: Gate) => Run }

export type Gate = {
  db: Db
  log: Log
  metrics: Metrics
  limits: Limits
  tell: (db: Db, news: News) => Promise<void>
  /** Called after each write, once what it did is there for all. */
  onCommit: () => void
  findViewer: (headers: Headers, now: Temporal.Instant) => Promise<Viewer | undefined>
  openLook: OpenLook
  now: () => Temporal.Instant
  isBehindProxy: boolean
  /** In tests every reply is checked against its contract. */
  checksReplies: boolean
}

export type GateEnv = {
  /** The language is set once the gate knows whose it is; until then the request's own counts. */
  Variables: { requestId: string; address: string; label: string; isTraceless?: true; language?: Language }
}

const COMPRESS_BYTES_MIN = 2048
/** Proxies are asked to hand on each event as it comes. */
const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}
const compress = promisify(gzip)

/** Joins an endpoint to its act: reads run on the pool, writes in one transaction that also remembers the reply. */
export function on<E extends Endpoint>(
  endpoint: E,
  act: (ctx: Ctx, input: InputOf<E>) => Promise<ReplyOf<E> | RawJson>,
): Route {
  return {
    endpoint,
    bind: (gate) => async (call) => {
      const input = call.input as InputOf<E>
      const viewer = requireCaller(endpoint.caller, call.viewer)
      const inDb = (db: Db) => act({ viewer, now: call.now, db, emit: (news) => gate.tell(db, news) }, input)
      if (endpoint.method === 'GET') return jsonOf(gate, endpoint, await inDb(call.db))
      const json = await runOnce({
        db: gate.db,
        caller: viewer.personId,
        key: endpoint.isTraceless ? undefined : call.context.req.header('idempotency-key'),
        endpoint: endpoint.path,
        input,
        now: call.now,
        act: async (db) => jsonOf(gate, endpoint, await inDb(db)),
      })
      gate.onCommit()
      return json
    },
  }
}

/** Joins an endpoint that anyone may call to its act. Sign-in keeps its own transactions and cookies. */
export function onOpen<E extends Endpoint>(
  endpoint: E,
  act: (request: SignInRequest, input: InputOf<E>) => Promise<ReplyOf<E>>,
): Route {
  return {
    endpoint,
    bind: (gate) => async (call) => {
      const ctx: OpenCtx = {
        viewer: call.viewer,
        now: call.now,
        db: call.db,
        emit: (news, within = gate.db) => gate.tell(within, news),
      }
      const { context } = call
      const setCookies = (from: Headers) => {
        for (const cookie of from.getSetCookie()) context.header('set-cookie', cookie, { append: true })
      }
      const language = languageOf(context)
      const { headers } = context.req.raw
      const request = { ctx, headers, address: context.get('address'), language, setCookies }
      return jsonOf(gate, endpoint, await act(request, call.input as InputOf<E>))
    },
  }
}

/** Puts all routes behind the gate. */
export function buildGate(gate: Gate, routes: readonly Route[]): Hono<GateEnv> {
  const app = new Hono<GateEnv>()
  app.use(async (context, next) => {
    const startedMs = performance.now()
    context.set('requestId', requestIdOf(context.req.raw.headers))
    context.set('address', callerAddress(context, gate))
    context.set('label', 'other')
    // Set before there is an answer: to touch the headers of a finished one costs as much as all else in the gate.
    for (const [name, value] of securityHeaders) context.header(name, value)
    context.header('x-request-id', context.get('requestId'))
    await next()
    if (context.get('isTraceless')) return
    const seconds = (performance.now() - startedMs) / 1000
    gate.metrics.observe({ label: context.get('label'), status: context.res.status, seconds })
    gate.log.info(
      {
        requestId: context.get('requestId'),
        method: context.req.method,
        label: context.get('label'),
        status: context.res.status,
        ms: Math.round(seconds * 1e5) / 100,
      },
      'request',
    )
  })
  for (const route of routes) addRoute(app, gate, route)
  const answerProblem = (error: unknown, context: Context<GateEnv>) => {
    const problem = problemResponse(error, {
      requestId: context.get('requestId'),
      language: languageOf(context),
      log: gate.log,
    })
    return context.newResponse(problem.body, {
      status: problem.status as StatusCode,
      headers: problem.headers,
    })
  }
  // Answered, not thrown: what is thrown here passes by the headers and the log above.
  app.notFound((context) =>
    answerProblem(refusal('not-found', 'no-such-endpoint', 'There is nothing at this address.'), context),
  )
  app.onError(answerProblem)
  return app
}

function addRoute(app: Hono<GateEnv>, gate: Gate, { endpoint, bind }: Route): void {
  const run = bind(gate)
  app.on(endpoint.method, endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
    context.set('label', `${endpoint.room}/${endpoint.name}`)
    if (endpoint.isTraceless) context.set('isTraceless', true)
    await gate.limits.takeForAddress(context.get('address'))
    const lookId = lookOf(context)
    if (lookId !== undefined && endpoint.method === 'POST') throw onlyLooking()
    if (endpoint.method === 'POST') requireSameSite(context.req.raw.headers, endpoint.bytes)
    const now = gate.now()
    const viewer = await gate.findViewer(context.req.raw.headers, now)
    if (viewer !== undefined) context.set('language', viewer.language)
    requireMeant(context.req.raw.headers, viewer?.personId)
    if (viewer !== undefined) await gate.limits.takeForPerson(viewer.personId)
    // Who asks is settled before what is asked: an outsider learns nothing from the words about a wrong field.
    if (endpoint.caller !== 'anyone') requireCaller(endpoint.caller, viewer)
    const isAsked = endpoint.method === 'GET' || endpoint.bytes === 'in'
    const given = isAsked ? { ...queryOf(context), ...context.req.param() } : await bodyOf(context)
    const input = parseInput(endpoint.input, given, languageOf(context))
    if (endpoint.limit === 'words' && viewer !== undefined) await gate.limits.takeWords(viewer.personId)
    const answer = (asker: Viewer | undefined, db: Db) => run({ input, viewer: asker, now, db, context })
    const isLooking = lookId !== undefined && viewer !== undefined
    const reply = isLooking
      ? await looking(gate, { viewer, lookId, now }, answer)
      : await answer(viewer, gate.db)
    if (reply instanceof ReadableStream) return context.body(reply, 200, STREAM_HEADERS)
    return typeof reply === 'string' ? respond(context, reply) : answerBytes(context, reply)
  })
}

/** The language in which a request is answered: the person's own, else the one that the request asks for. */
function languageOf(context: Context<GateEnv>): Language {
  return context.get('language') ?? languageAsked(context.req.raw.headers)
}

/** The viewer, if callers of this kind may come in at all. */
export function requireCaller(caller: Caller, viewer: Viewer | undefined): Viewer {
  if (viewer === undefined) throw refusal('unauthenticated', 'not-signed-in', 'Sign in to see this.')
  if (caller === 'member' && isGuest(viewer)) {
    throw refusal('forbidden', 'not-for-guests', 'Guests see only the spaces they were invited to.')
  }
  if (caller === 'administrator' && !isAdministrator(viewer)) {
    throw refusal('forbidden', 'administrators-only', 'Only an administrator may do this.')
  }
  return viewer
}

/** A reply as it is sent; in tests it is checked first. */
export function jsonOf(gate: Gate, endpoint: Endpoint, reply: unknown): string {
  const json = isRawJson(reply) ? reply.json : JSON.stringify(reply)
  if (gate.checksReplies) endpoint.reply.parse(JSON.parse(json))
  return json
}

function isRawJson(reply: unknown): reply is RawJson {
  return typeof reply === 'object' && reply !== null && 'json' in reply && Object.keys(reply).length === 1
}

async function respond(context: Context, json: string): Promise<Response> {
  context.header('content-type', 'application/json; charset=utf-8')
  context.header('cache-control', 'private, no-cache')
  if (context.req.method === 'GET') {
    const etag = `W/"${hash('sha1', json, 'base64url')}"`
    context.header('etag', etag)
    if (context.req.header('if-none-match') === etag) return context.body(null, 304)
  }
  if (json.length >= COMPRESS_BYTES_MIN && context.req.header('accept-encoding')?.includes('gzip')) {
    context.header('content-encoding', 'gzip')
    context.header('vary', 'accept-encoding')
    return context.body(new Uint8Array(await compress(json, { level: 4 })))
  }
  return context.body(json)
}
