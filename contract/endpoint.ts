// What one endpoint is: a name, a way in and a way out. The server routes it, the page calls it, the API document
// and the canary test list it, all from this one description.
import type { z } from 'zod'

/** Who may call at all; whether this viewer may do it to this thing is decided inside the act. */
export type Caller = 'anyone' | 'person' | 'member' | 'administrator'

export type Endpoint<I extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> = {
  method: 'GET' | 'POST'
  room: string
  /** kebab-case; the act's file name, and the last part of its path. */
  name: string
  /** Parts in braces stand for fields of the input, as in `/files/{id}/{name}`. */
  path: string
  /**
   * Where raw bytes travel: in as the body of a write, out as the answer of a read, or nowhere. A stream answers with
   * server-sent events that go on for as long as both sides stay; each event's data is a `reply`.
   */
  bytes: 'none' | 'in' | 'out' | 'events'
  summary: string
  caller: Caller
  /** What it counts towards, beside all that one asks: how much one person writes in a minute, an hour and a day. */
  limit?: 'words'
  /**
   * Leaves no line in the log, no figure and no memory of its key: nobody must learn from those when it was called. What
   * is sent twice has to be done once without a key.
   */
  isTraceless?: true
  input: I
  reply: R
}

export type InputOf<E extends Endpoint> = z.output<E['input']>
/** What a caller may send: defaults need not be given. */
export type QuestionOf<E extends Endpoint> = z.input<E['input']>
export type ReplyOf<E extends Endpoint> = z.output<E['reply']>

type Description<I extends z.ZodType, R extends z.ZodType> = {
  summary: string
  caller: Caller
  limit?: 'words'
  isTraceless?: true
  input: I
  reply: R
}

/**
 * Describes a read: `GET /api/<room>/<name>` with the input as query parameters. Lists in queries repeat the name;
 * numbers and booleans are coerced by the schema.
 */
export function read<I extends z.ZodType, R extends z.ZodType>(
  room: string,
  name: string,
  description: Description<I, R>,
): Endpoint<I, R> & { method: 'GET'; bytes: 'none' } {
  return { method: 'GET', room, name, path: `/api/${room}/${name}`, bytes: 'none', ...description }
}

/** Describes a write: `POST /api/<room>/<name>` with the input as JSON and an `Idempotency-Key` header. */
export function write<I extends z.ZodType, R extends z.ZodType>(
  room: string,
  name: string,
  description: Description<I, R>,
): Endpoint<I, R> & { method: 'POST'; bytes: 'none' } {
  return { method: 'POST', room, name, path: `/api/${room}/${name}`, bytes: 'none', ...description }
}

/**
 * Describes a write whose body is the bytes of a file, sent as `application/octet-stream`; its input stands in the
 * query. An `Idempotency-Key` works as for other writes.
 */
export function upload<I extends z.ZodType, R extends z.ZodType>(
  room: string,
  name: string,
  description: Description<I, R>,
): Endpoint<I, R> & { method: 'POST'; bytes: 'in' } {
  return { method: 'POST', room, name, path: `/api/${room}/${name}`, bytes: 'in', ...description }
}

/** Describes a read that answers with bytes, whole or in ranges, at an address of its own for links and pictures. */
export function download<I extends z.ZodType>(
  room: string,
  name: string,
  description: Omit<Description<I, z.ZodVoid>, 'reply'> & { path: string; reply: z.ZodVoid },
): Endpoint<I, z.ZodVoid> & { method: 'GET'; bytes: 'out' } {
  return { method: 'GET', room, name, bytes: 'out', ...description }
}

/** Describes a stream: `GET /api/<room>/<name>` with the input as query parameters, answered as `text/event-stream`. */
export function stream<I extends z.ZodType, E extends z.ZodType>(
  room: string,
  name: string,
  { event, ...description }: Omit<Description<I, E>, 'reply'> & { event: E },
): Endpoint<I, E> & { method: 'GET'; bytes: 'events' } {
  return {
    method: 'GET',
    room,
    name,
    path: `/api/${room}/${name}`,
    bytes: 'events',
    reply: event,
    ...description,
  }
}
