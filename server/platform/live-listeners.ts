// Who listens in this process, by topic and by person; each list has the oldest first.
import type { PersonId } from '#contract/ref'
import type { Listener } from './live-listener.ts'

export type Listeners = {
  all: () => readonly Listener[]
  count: () => number
  on: (topic: string) => readonly Listener[]
  /** The people on a topic, each once however many pages they have open. */
  peopleOn: (topic: string) => readonly PersonId[]
  add: (listener: Listener) => void
  remove: (listener: Listener) => void
}

export function openListeners(): Listeners {
  const listeners = new Set<Listener>()
  const byTopic = new Map<string, Set<Listener>>()
  const on = (topic: string) => [...(byTopic.get(topic) ?? [])]
  return {
    all: () => [...listeners],
    count: () => listeners.size,
    on,
    peopleOn: (topic) => [...new Set(on(topic).map(({ viewer }) => viewer.personId))],
    add: (listener) => {
      listeners.add(listener)
      for (const topic of listener.topics) {
        byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(listener))
      }
    },
    remove: (listener) => {
      listeners.delete(listener)
      for (const topic of listener.topics) {
        const others = byTopic.get(topic)
        others?.delete(listener)
        if (others?.size === 0) byTopic.delete(topic)
      }
    },
  }
}

/** The topic on which everybody hears what concerns them alone. */
export function topicOfPerson(personId: PersonId): string {
  return `personId:${personId}`
}
