// What this device keeps: acts that wait to be sent, and what was read. One database for the whole page; everything in
// it belongs to somebody, and is handed out to nobody else.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type Act, type Deed, finished, merged } from './acts.ts'
import { type Label, whatToDrop } from './keeping.ts'
import type { ActShelf } from './send-acts.ts'

/** More than this does not wait on one device. */
const ACTS_MAX = 500
const NAME = 'foyer'

type Kept = { queryKey: readonly unknown[]; text: string }

interface Shelves extends DBSchema {
  acts: {
    key: number
    value: Omit<Act, 'order'> & { order?: number }
    indexes: { id: string; personId: string }
  }
  labels: { key: string; value: Label }
  reads: { key: string; value: Kept }
}

export type Read = Kept & { label: Label }
export type Shelf = ReturnType<typeof shelfOf>

/** @throws where the browser keeps nothing for this page, as in some private windows */
export async function openShelf(): Promise<Shelf> {
  const db = await openDB<Shelves>(NAME, 1, {
    upgrade: (created) => {
      const acts = created.createObjectStore('acts', { keyPath: 'order', autoIncrement: true })
      acts.createIndex('id', 'id', { unique: true })
      acts.createIndex('personId', 'personId')
      created.createObjectStore('labels', { keyPath: 'hash' })
      created.createObjectStore('reads')
    },
    // A later version of the page wants to build the shelves anew.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  })
  return shelfOf(db)
}

function shelfOf(db: IDBPDatabase<Shelves>) {
  return { acts: actsIn(db), reads: readsIn(db) }
}

function actsIn(db: IDBPDatabase<Shelves>) {
  const all = (personId: string) => db.getAllFromIndex('acts', 'personId', personId) as Promise<Act[]>
  return {
    all,
    find: (id: string) => db.getFromIndex('acts', 'id', id) as Promise<Act | undefined>,
    change: async (id, to) => {
      const work = db.transaction('acts', 'readwrite')
      const act = (await work.store.index('id').get(id)) as Act | undefined
      const changed = act && to(act)
      if (changed !== undefined) await work.store.put(changed)
      await work.done
      return changed
    },
    /**
     * Puts what was done behind all else, in the place of what says nothing beside it.
     * @returns whether it waits now: not when it undid something that had not left yet, or when there is no room
     */
    add: async (deed: Deed): Promise<'waits' | 'undone' | 'no-room'> => {
      const work = db.transaction('acts', 'readwrite')
      const acts = (await work.store.index('personId').getAll(deed.personId)) as Act[]
      const { drops, isNeeded } = merged(acts, deed)
      const hasRoom = acts.filter(({ state }) => state !== 'done').length < ACTS_MAX
      if (hasRoom || !isNeeded) {
        for (const { id, order } of acts) if (drops.includes(id)) await work.store.delete(order)
        if (isNeeded) await work.store.add(fresh(deed))
      }
      await work.done
      if (!isNeeded) return 'undone'
      return hasRoom ? 'waits' : 'no-room'
    },
    /** @returns what was taken away, which `putBack` brings back to its place */
    remove: async (id: string): Promise<Act | undefined> => {
      const work = db.transaction('acts', 'readwrite')
      const act = (await work.store.index('id').get(id)) as Act | undefined
      if (act !== undefined) await work.store.delete(act.order)
      await work.done
      return act
    },
    putBack: async (act: Act): Promise<void> => void (await db.put('acts', act)),
    /** Forgets acts that are done. */
    clearFinished: async (personId: string, nowMs: number): Promise<void> => {
      const work = db.transaction('acts', 'readwrite')
      const acts = (await work.store.index('personId').getAll(personId)) as Act[]
      for (const { order } of finished(acts, nowMs)) await work.store.delete(order)
      await work.done
    },
    clear: async (personId: string): Promise<void> => {
      const work = db.transaction('acts', 'readwrite')
      for (const order of await work.store.index('personId').getAllKeys(personId)) {
        await work.store.delete(order)
      }
      await work.done
    },
  } satisfies ActShelf & Record<string, unknown>
}

function fresh(deed: Deed): Omit<Act, 'order'> {
  return { ...deed, state: 'waits', triedAt: null, faults: 0, refusal: null, reply: null }
}

function readsIn(db: IDBPDatabase<Shelves>) {
  /** Takes away what is to go by its label. */
  const drop = async (isGone: (label: Label) => boolean): Promise<void> => {
    const work = db.transaction(['labels', 'reads'], 'readwrite')
    for (const label of await work.objectStore('labels').getAll()) {
      if (!isGone(label)) continue
      await work.objectStore('labels').delete(label.hash)
      await work.objectStore('reads').delete(label.hash)
    }
    await work.done
  }
  return {
    drop,
    find: async (hash: string): Promise<Read | undefined> => {
      const [label, kept] = await Promise.all([db.get('labels', hash), db.get('reads', hash)])
      return label && kept && { ...kept, label }
    },
    all: async (personId: string): Promise<Read[]> => {
      const work = db.transaction(['labels', 'reads'])
      const labels = await work.objectStore('labels').getAll()
      const own = labels.filter((label) => label.personId === personId)
      const found = await Promise.all(own.map(({ hash }) => work.objectStore('reads').get(hash)))
      return own.flatMap((label, index) => {
        const kept = found[index]
        return kept === undefined ? [] : [{ ...kept, label }]
      })
    },
    /** Keeps what was read, and lets go of what there is no room or no right for any more. */
    put: async (reads: readonly Read[], about: { personId: string; nowMs: number }): Promise<void> => {
      const work = db.transaction(['labels', 'reads'], 'readwrite')
      for (const { label, queryKey, text } of reads) {
        await work.objectStore('labels').put(label)
        await work.objectStore('reads').put({ queryKey, text }, label.hash)
      }
      for (const hash of whatToDrop(await work.objectStore('labels').getAll(), about)) {
        await work.objectStore('labels').delete(hash)
        await work.objectStore('reads').delete(hash)
      }
      await work.done
    },
  }
}
