// The route on which pages listen.
import type { Endpoint, InputOf } from '#contract/endpoint'
import type { Viewer } from './ctx.ts'
import { type Route, requireCaller } from './gate.ts'
import type { Live } from './live.ts'

/** Joins a stream to live: each field of its input that is given is a topic, as in `postId:<id>`. */
export function onStream<E extends Endpoint & { bytes: 'events' }>(
  endpoint: E,
  live: Pick<Live, 'listen'>,
): Route {
  return {
    endpoint,
    bind: () => async (call) => {
      const viewer: Viewer = requireCaller(endpoint.caller, call.viewer)
      const input = call.input as InputOf<E>
      const topics = Object.entries(input as Record<string, unknown>).flatMap(([field, value]) =>
        value === undefined ? [] : [`${field}:${value}`],
      )
      return live.listen({ viewer, topics })
    },
  }
}
