// The one way from the page to the server: by the names of the contract, with its types and without its schemas.
import type { contract } from '#contract/contract'
import type { Endpoint, QuestionOf, ReplyOf } from '#contract/endpoint'
import { methods } from './endpoints.ts'
import { lookId } from './looking.ts'
import { CallProblem } from './problem.ts'
import { say } from './say.ts'

type Contract = typeof contract
export type Room = keyof Contract
export type Call<R extends Room> = keyof Contract[R] & string
type At<R extends Room, C extends Call<R>> = Contract[R][C] extends Endpoint ? Contract[R][C] : never
export type Question<R extends Room, C extends Call<R>> = QuestionOf<At<R, C>>
export type Answer<R extends Room, C extends Call<R>> = ReplyOf<At<R, C>>

const TRIES = 3
const TRY_AGAIN_MS = 400

/**
 * Calls an endpoint. A write carries a key of its own, so that it is sent again when the line breaks and done once.
 * @throws CallProblem
 */
export async function call<R extends Room, C extends Call<R>>(
  room: R,
  name: C,
  input: Question<R, C>,
): Promise<Answer<R, C>> {
  const method = (methods[room] as Record<string, 'GET' | 'POST'>)[name]
  const answer =
    method === 'GET'
      ? await bodyOf(await send(`${pathOf(room, name)}${queryOf(input)}`, {}))
      : await callUnder({ key: freshKey() }, { room, name, input })
  return answer as Answer<R, C>
}

/**
 * Calls a write under a key that was made when it was done, so that it counts once however often this is called.
 * @param under `personId` tells whose it is: with somebody else signed in by now, the server refuses it
 * @throws CallProblem
 */
export async function callUnder(
  under: { key: string; personId?: string; signal?: AbortSignal },
  { room, name, input }: { room: string; name: string; input: unknown },
): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': under.key }
  const response = await send(pathOf(room, name), {
    method: 'POST',
    headers: under.personId === undefined ? headers : { ...headers, 'foyer-person': under.personId },
    body: JSON.stringify(input),
    ...(under.signal && { signal: under.signal }),
  })
  return bodyOf(response)
}

/**
 * Calls an endpoint as nobody: without a cookie, a key or an address of the page that would tell who does.
 * @throws CallProblem
 */
export async function callAsNobody<R extends Room, C extends Call<R>>(
  room: R,
  name: C,
  input: Question<R, C>,
): Promise<Answer<R, C>> {
  const isRead = (methods[room] as Record<string, 'GET' | 'POST'>)[name] === 'GET'
  const alone: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' }
  const headers = { 'content-type': 'application/json' }
  const answer = isRead
    ? await send(`${pathOf(room, name)}${queryOf(input)}`, alone)
    : await send(pathOf(room, name), { ...alone, method: 'POST', headers, body: JSON.stringify(input) })
  return (await bodyOf(answer)) as Answer<R, C>
}

function pathOf(room: string, name: string): string {
  return `/api/${room}/${kebab(name)}`
}

async function send(path: string, request: RequestInit): Promise<Response> {
  const [address, asked] = asLooked(path, request)
  for (let tried = 1; ; tried += 1) {
    try {
      return await fetch(address, { credentials: 'same-origin', ...asked })
    } catch {
      if (tried === TRIES || !navigator.onLine) throw lineProblem()
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS * tried))
    }
  }
}

/**
 * While one looks as a guest every call says so, but for the one that ends it. A read says it in its address, so that
 * nothing asked for or kept under the plain one is taken for it.
 */
function asLooked(path: string, request: RequestInit): [string, RequestInit] {
  const id = lookId()
  if (id === undefined || path === '/api/guests/end-look') return [path, request]
  if (request.method === undefined)
    return [`${path}${path.includes('?') ? '&' : '?'}foyer-look=${id}`, request]
  // The server would refuse it; what the page notes by itself, such as what was seen, is not even sent.
  throw new CallProblem({
    code: 'only-looking',
    status: 403,
    detail: say('You are looking as a guest would, so nothing can be done. Stop looking first.'),
  })
}

let noticeEnd = () => {}

/** What is done whenever a call is refused because nobody is signed in any more. */
export function whenSignedOut(act: () => void): void {
  noticeEnd = act
}

async function bodyOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return body
  const isProblem = typeof body === 'object' && body !== null && 'code' in body && 'detail' in body
  if (!isProblem) throw lineProblem()
  if (body.code === 'not-signed-in' || body.code === 'somebody-else') noticeEnd()
  throw new CallProblem(body as CallProblem['problem'])
}

/** 128 random bits. A randomUUID would need https, and a house network may have none. */
export function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join('-')
}

/** What is told when the line broke, here or on the way. */
export function lineProblem(): CallProblem {
  return navigator.onLine
    ? new CallProblem({
        code: 'no-answer',
        status: 0,
        detail: say('Foyer does not answer just now. Try again in a moment.'),
      })
    : new CallProblem({
        code: 'offline',
        status: 0,
        detail: say('You are offline. Nothing was lost; try again once you are back.'),
      })
}

function queryOf(input: unknown): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input as Record<string, unknown>)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null) query.append(name, String(each))
    }
  }
  return query.size === 0 ? '' : `?${query}`
}

/** How a name of the contract is written in a path: `getFeed` is `get-feed`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
