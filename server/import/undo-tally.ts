// What an undo took out, and what stayed for which reason.

export type UndoneKind = 'words' | 'reactions' | 'files' | 'spaces' | 'members' | 'addresses' | 'people'
export type Stayed = { what: UndoneKind; reason: string; count: number }
export type UndoCounts = Record<UndoneKind, number> & { stayed: Stayed[] }

export class UndoTally {
  #went: Record<UndoneKind, number> = {
    ...{ words: 0, reactions: 0, files: 0, spaces: 0, members: 0, addresses: 0, people: 0 },
  }
  #stayed = new Map<string, Stayed>()

  went(what: UndoneKind, count: number): void {
    this.#went[what] += count
  }

  stayed(what: UndoneKind, reason: string): void {
    const key = `${what} ${reason}`
    const known = this.#stayed.get(key) ?? { what, reason, count: 0 }
    known.count += 1
    this.#stayed.set(key, known)
  }

  get counts(): UndoCounts {
    return { ...this.#went, stayed: [...this.#stayed.values()] }
  }
}
