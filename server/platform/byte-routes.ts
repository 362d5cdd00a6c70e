// Routes on which raw bytes travel: files coming in, and files going out.
import type { Endpoint, InputOf } from '#contract/endpoint'
import type { Bytes, MadeBytes } from './byte-answer.ts'
import type { Ctx, Viewer } from './ctx.ts'
import type { Db } from './db.ts'
import { runOnce } from './done-writes.ts'
import { jsonOf, type RawJson, type Route, requireCaller } from './gate.ts'
import { refusal } from './refusal.ts'

/** What an upload needs beyond an act: the bytes as they come in, which no transaction should wait for. */
export type UploadRequest = {
  viewer: Viewer
  now: Temporal.Instant
  db: Db
  /** Throws a refusal when it breaks off, or when it is not as long as was said. */
  body: AsyncIterable<Uint8Array>
  /** How many bytes the caller says are to come, if they say so. */
  statedBytes: number | undefined
  /**
   * Does the write once, when all bytes are in, in a transaction that also remembers the reply.
   * @param seal what tells these bytes from others, so that a key used for other bytes is refused
   */
  once: (seal: string, work: (ctx: Ctx) => Promise<unknown>) => Promise<RawJson>
}

/** Joins an endpoint whose body is bytes to its act. */
export function onUpload<E extends Endpoint & { bytes: 'in' }>(
  endpoint: E,
  act: (request: UploadRequest, input: InputOf<E>) => Promise<RawJson>,
): Route {
  return {
    endpoint,
    bind: (gate) => async (call) => {
      const { now, context } = call
      const input = call.input as InputOf<E>
      const viewer = requireCaller(endpoint.caller, call.viewer)
      // What only administrators send, such as an archive, comes in hundreds of parts.
      if (endpoint.caller !== 'administrator') await gate.limits.takeUpload(viewer.personId)
      const once: UploadRequest['once'] = async (seal, work) => ({
        json: await runOnce({
          db: gate.db,
          caller: viewer.personId,
          key: context.req.header('idempotency-key'),
          endpoint: endpoint.path,
          input: { ...(input as object), seal },
          now,
          act: async (db) =>
            jsonOf(gate, endpoint, await work({ viewer, now, db, emit: (news) => gate.tell(db, news) })),
        }),
      })
      const length = context.req.header('content-length')
      const statedBytes = length === undefined ? undefined : Number(length)
      const body = wholeBody(context.req.raw.body ?? new Blob([]).stream(), statedBytes)
      return (await act({ viewer, now, db: gate.db, body, statedBytes, once }, input)).json
    },
  }
}

/** Joins an endpoint that answers with bytes to its act. */
export function onDownload<E extends Endpoint & { bytes: 'out' }>(
  endpoint: E,
  act: (ctx: Ctx, input: InputOf<E>) => Promise<Bytes | MadeBytes>,
): Route {
  return {
    endpoint,
    bind: (gate) => async (call) => {
      const viewer = requireCaller(endpoint.caller, call.viewer)
      const emit: Ctx['emit'] = (news) => gate.tell(gate.db, news)
      return act({ viewer, now: call.now, db: call.db, emit }, call.input as InputOf<E>)
    },
  }
}

async function* wholeBody(
  body: AsyncIterable<Uint8Array>,
  statedBytes: number | undefined,
): AsyncIterable<Uint8Array> {
  const cutOff = () =>
    refusal('invalid', 'cut-off', 'The file broke off on its way, so it was not kept. Send it again.')
  let bytes = 0
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength
      yield chunk
    }
  } catch {
    // Whatever it was, it happened between the caller and here, and the caller alone can do something about it.
    throw cutOff()
  }
  if (statedBytes !== undefined && statedBytes !== bytes) throw cutOff()
}
