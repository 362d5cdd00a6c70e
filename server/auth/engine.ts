// The sign-in library, set up to keep our tables, our ids and our time. Its own HTTP handler is not mounted: our acts
// call it. It looks at the system's clock where we are given the time, so times that matter are written by us.
import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { magicLink } from 'better-auth/plugins/magic-link'
import type { KyselyPlugin } from 'kysely'
import { Language } from '#contract/language'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import type { SignInRequest } from '#platform/gate'
import { newId } from '#platform/ids'
import type { Log } from '#platform/log'
import { COOKIE_SECONDS, LINK_MINUTES, SESSION_HOURS } from './lifetimes.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { COOKIE_NAME } from './session-cookie.ts'
import { linkHash, standInAddress } from './store.ts'

const ADDRESS_HEADER = 'x-foyer-address'
const USER_AGENT_CHARACTERS_MAX = 300
const LINK_PATH = '/magic-link/verify'

export type Engine = {
  /** Begins a session. @returns its cookies, or undefined when the two do not go together */
  startByPassword: (
    request: SignInRequest,
    given: { personId: PersonId; password: string },
  ) => Promise<Headers | undefined>
  /** Begins a session and uses the link up. @returns its cookies, or undefined when it was used up before */
  startByLink: (request: SignInRequest, token: string) => Promise<Headers | undefined>
  /** Begins a session of somebody who need not show anything; whoever calls has made sure of the right. @returns its cookies */
  startAs: (request: SignInRequest, personId: PersonId) => Promise<Headers>
  /** Makes a link for a person and has it sent. */
  sendLink: (request: SignInRequest, to: LinkWanted) => Promise<void>
  /** Ends the session of a request. @returns the cookies that take its cookie away */
  end: (request: SignInRequest) => Promise<Headers>
}

/** For whom a link is, where it is sent, and in which language; nothing is sent to an undefined address. */
type LinkWanted = { personId: PersonId; address: string | undefined; language: Language }

export type LinkToSend = { token: string; address: string; language: Language }

type Setup = {
  db: Db
  secret: string
  baseUrl: string
  log: Log
  now: () => Temporal.Instant
  deliver: (link: LinkToSend) => void
}

export function openEngine(setup: Setup): Engine {
  const { api } = openLibrary(setup)
  const startByLink: Engine['startByLink'] = async (request, token) => {
    const started = await unless(
      302,
      api.magicLinkVerify({ query: { token }, headers: saidBy(request), returnHeaders: true }),
    )
    return started?.headers
  }
  return {
    startByPassword: async (request, { personId, password }) => {
      const body = { email: standInAddress(personId), password }
      const started = await unless(
        401,
        api.signInEmail({ body, headers: saidBy(request), returnHeaders: true }),
      )
      return started?.headers
    },
    startByLink,
    startAs: async (request, personId) => {
      const inHand: { token?: string } = {}
      const body = { email: standInAddress(personId), metadata: { inHand } }
      await api.signInMagicLink({ body, headers: saidBy(request) })
      const cookies = await startByLink(request, inHand.token ?? '')
      if (cookies === undefined) throw new Error('a link that was made just now did not open the door')
      return cookies
    },
    sendLink: async (request, { personId, address, language }) => {
      const body = { email: standInAddress(personId), metadata: { address, language } }
      await api.signInMagicLink({ body, headers: saidBy(request) })
    },
    end: async (request) => (await api.signOut({ headers: saidBy(request), returnHeaders: true })).headers,
  }
}

function openLibrary({ db, secret, baseUrl, log, now, deliver }: Setup) {
  return betterAuth({
    baseURL: baseUrl,
    // As a list, because a single secret would give way to one in the library's own environment variable.
    secrets: [{ version: 1, value: secret }],
    database: {
      db: db.withPlugin(datesForInstants),
      type: 'postgres',
      schemaName: 'auth',
      transaction: true,
    },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message) => log.error({ message }, 'the sign-in library stumbled'),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: 1000,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    session: {
      expiresIn: COOKIE_SECONDS,
      disableSessionRefresh: true,
      additionalFields: { startedBy: { type: 'string', input: false, required: false } },
    },
    advanced: {
      database: { generateId: () => newId(now()), validateSchema: false },
      useSecureCookies: baseUrl.startsWith('https:'),
      cookies: { session_token: { name: COOKIE_NAME } },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: { create: { before: async (session, request) => ({ data: begun(session, request, now()) }) } },
      // Its end stays as the library wrote it, who alone reads it; we go by when it was asked for.
      verification: { create: { before: async (link) => ({ data: { ...link, createdAt: dateOf(now()) } }) } },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_MINUTES * 60,
        disableSignUp: true,
        storeToken: { type: 'custom-hasher', hash: async (token) => linkHash(token) },
        sendMagicLink: ({ token, metadata }) => {
          if (metadata?.inHand !== undefined) metadata.inHand.token = token
          const address: unknown = metadata?.address
          if (typeof address !== 'string') return
          deliver({ token, address, language: Language.parse(metadata?.language) })
        },
      }),
    ],
  })
}

type LibraryRequest = { path: string; headers?: Headers | undefined } | null

/** A session as we want it written: how and where from it was begun, and by the time that we are given. */
function begun<S extends object>(session: S, request: LibraryRequest, at: Temporal.Instant) {
  return {
    ...session,
    startedBy: request?.path === LINK_PATH ? 'link' : 'password',
    ipAddress: request?.headers?.get(ADDRESS_HEADER) ?? null,
    createdAt: dateOf(at),
    updatedAt: dateOf(at),
    expiresAt: dateOf(at.add({ hours: SESSION_HOURS })),
  }
}

/** What the library gets to know of a request. */
function saidBy({ headers, address }: SignInRequest): Headers {
  return new Headers({
    'user-agent': (headers.get('user-agent') ?? '').slice(0, USER_AGENT_CHARACTERS_MAX),
    cookie: headers.get('cookie') ?? '',
    [ADDRESS_HEADER]: address,
  })
}

/** The library says an expected no by throwing a status; anything else is a bug and stays one. */
async function unless<T>(status: number, work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (isAPIError(error) && error.statusCode === status) return undefined
    throw error
  }
}

function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}

/** Our connections read times as instants; the library reckons in dates. */
const datesForInstants: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          value instanceof Temporal.Instant ? dateOf(value) : value,
        ]),
      ),
    ),
  }),
}
