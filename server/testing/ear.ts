// Somebody who listens: reads server-sent events one by one.
import type { LiveEvent } from '#contract/live'

export type Ear = {
  status: number
  /** The next event; undefined once the stream has ended. */
  next: () => Promise<LiveEvent | undefined>
  /** Everything up to and with the first event that is meant, or up to the end. */
  until: (isMeant: (event: LiveEvent) => boolean) => Promise<LiveEvent[]>
  close: () => Promise<void>
}

export function isStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
}

export function openEar(response: Response): Ear {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const next = async (): Promise<LiveEvent | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const block = text.slice(0, end)
        text = text.slice(end + 2)
        if (block.startsWith('data: ')) return JSON.parse(block.slice('data: '.length))
        continue
      }
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) return undefined
      text += decoder.decode(value, { stream: true })
    }
  }
  return {
    status: response.status,
    next,
    until: async (isMeant) => {
      const heard: LiveEvent[] = []
      for (let event = await next(); event !== undefined; event = await next()) {
        heard.push(event)
        if (isMeant(event)) break
      }
      return heard
    },
    close: async () => reader?.cancel(),
  }
}
