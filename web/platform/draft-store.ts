// What somebody began to write, kept on this device: written soon after every change, the same in every tab, and
// never lost to another tab's writing.

const PREFIX = 'foyer:draft:'
/** Where the words wait that another tab wrote while this one was being written in. */
const OTHER = ':other'

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

type Held = {
  text: string | undefined
  /** What the device held when this tab last looked. */
  base: string | undefined
  /** Says what to keep, once there is time to ask; missing when nothing waits to be kept. */
  read: (() => string | undefined) | undefined
  /** Whether the device had room when it was last kept. */
  hasRoom: boolean
}

export class DraftStore {
  readonly #storage: () => Kept
  readonly #later: (act: () => void) => void
  readonly #all = new Map<string, Held>()
  readonly #listeners = new Set<() => void>()

  /** @param later calls back soon, and once however often it was asked before it did */
  constructor(storage: () => Kept, later: (act: () => void) => void) {
    this.#storage = storage
    this.#later = later
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  textOf(key: string): string | undefined {
    return this.#hold(key).text
  }

  hasRoomFor(key: string): boolean {
    return this.#hold(key).hasRoom
  }

  /** Whether there are words under this key, or what belongs to them. */
  has(key: string): boolean {
    return this.#keysUnder(key).some((each) => this.textOf(each) !== undefined)
  }

  /** All that is begun under this key, by key. */
  under(key: string): Record<string, string> {
    const texts = this.#keysUnder(key).map((each) => [each, this.textOf(each)] as const)
    return Object.fromEntries(texts.filter((text): text is [string, string] => text[1] !== undefined))
  }

  /** Shows a text at once, and keeps it soon; undefined when there is nothing to keep. */
  write(key: string, text: string | undefined): void {
    const held = this.#hold(key)
    held.text = text
    held.read = () => text
    this.#later(this.flush)
    this.#tell()
  }

  /** The same for a text that takes a while to make: it is asked for once, when it is kept. */
  writeLater(key: string, text: () => string | undefined): void {
    this.#hold(key).read = text
    this.#later(this.flush)
  }

  /** Keeps at once what waits to be kept. */
  readonly flush = (): void => {
    for (const [key, held] of this.#all) this.#keep(key, held)
    this.#tell()
  }

  /** Takes over what other tabs wrote, where nothing of this one's waits to be kept. */
  readonly lookAgain = (): void => {
    for (const [key, held] of this.#all) {
      if (held.read !== undefined || !held.hasRoom) continue
      held.text = read(this.#storage, key)
      held.base = held.text
    }
    this.#tell()
  }

  /** Forgets a draft with all that belongs to it; what is returned brings it back. */
  clear(key: string): () => void {
    const had = this.#keysUnder(key).map((each): [string, string | undefined] => {
      const held = this.#hold(each)
      return [each, held.read === undefined ? held.text : held.read()]
    })
    for (const [each] of had) this.#put(each, undefined)
    this.#tell()
    return () => {
      for (const [each, text] of had) this.#put(each, text)
      this.#tell()
    }
  }

  /** Puts the words of the other tab in the place of one's own, which then wait in theirs. */
  swapWithOther(key: string): void {
    this.flush()
    const [own, other] = [this.textOf(key), this.textOf(otherOf(key))]
    this.#put(key, other)
    this.#put(otherOf(key), own)
    this.#tell()
  }

  clearAll(): void {
    for (const key of new Set([...this.#all.keys(), ...storedKeys(this.#storage)])) {
      store(this.#storage, key, undefined)
    }
    this.#all.clear()
    this.#tell()
  }

  #hold(key: string): Held {
    const known = this.#all.get(key)
    if (known !== undefined) return known
    const text = read(this.#storage, key)
    const held: Held = { text, base: text, read: undefined, hasRoom: true }
    this.#all.set(key, held)
    return held
  }

  #put(key: string, text: string | undefined): void {
    const held = this.#hold(key)
    held.read = () => text
    this.#keep(key, held)
  }

  #keep(key: string, held: Held): void {
    if (held.read === undefined) return
    held.text = held.read()
    held.read = undefined
    const stored = read(this.#storage, key)
    if (held.text === held.base) {
      // Nothing was changed here, so what another tab may have written stands.
      held.text = stored
      held.base = stored
      return
    }
    const isOthers = stored !== undefined && stored !== held.base && stored !== held.text
    if (isOthers && !key.endsWith(OTHER)) this.#put(otherOf(key), stored)
    held.hasRoom = store(this.#storage, key, held.text)
    if (held.hasRoom) held.base = held.text
  }

  #keysUnder(key: string): string[] {
    const isUnder = (each: string) => each === key || each.startsWith(`${key}:`)
    return [...new Set([...this.#all.keys(), ...storedKeys(this.#storage)])].filter(isUnder)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** Under which key words wait that another tab wrote in the same place. */
export function otherOf(key: string): string {
  return key + OTHER
}

function read(storage: () => Kept, key: string): string | undefined {
  try {
    return storage().getItem(PREFIX + key) ?? undefined
  } catch {
    // The browser keeps nothing for this page; drafts then live as long as it is open.
    return undefined
  }
}

/** False when the device has no room for it; the words still stand on the screen. */
function store(storage: () => Kept, key: string, text: string | undefined): boolean {
  try {
    if (text === undefined) storage().removeItem(PREFIX + key)
    else storage().setItem(PREFIX + key, text)
    return true
  } catch {
    return false
  }
}

function storedKeys(storage: () => Kept): string[] {
  try {
    const names = Array.from({ length: storage().length }, (_, index) => storage().key(index) ?? '')
    return names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length))
  } catch {
    return []
  }
}
