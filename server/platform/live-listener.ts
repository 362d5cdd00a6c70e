// One open page: a stream of server-sent events that never waits for a slow reader.
import type { Viewer } from './ctx.ts'

/** What may wait for one reader. Beyond it the stream ends; the page comes back and fetches anew. */
const WAITING_BYTES_MAX = 256 * 1024

export type Listener = {
  viewer: Viewer
  topics: readonly string[]
  send: (bytes: Uint8Array) => void
  end: () => void
}

type Opened = { listener: Listener; body: ReadableStream<Uint8Array> }

/** Opens a stream. `onEnd` is called once, whoever ended it: the reader, their slowness, or `end`. */
export function openListener(
  { viewer, topics }: Pick<Listener, 'viewer' | 'topics'>,
  onEnd: (listener: Listener) => void,
): Opened {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const leave = () => {
    if (controller === undefined) return undefined
    const left = controller
    controller = undefined
    onEnd(listener)
    return left
  }
  const listener: Listener = {
    viewer,
    topics,
    send: (bytes) => {
      if (controller === undefined) return
      if ((controller.desiredSize ?? 0) < bytes.byteLength)
        leave()?.error(new Error('the reader is too slow'))
      else controller.enqueue(bytes)
    },
    end: () => leave()?.close(),
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given
      },
      cancel: () => void leave(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: WAITING_BYTES_MAX }),
  )
  return { listener, body }
}

const encoder = new TextEncoder()

/** An event as it goes over the wire. */
export function eventOf(json: string): Uint8Array {
  return encoder.encode(`data: ${json}\n\n`)
}

/** A comment, which keeps proxies from thinking that nobody is there. */
export const heartbeat = encoder.encode(':\n\n')
