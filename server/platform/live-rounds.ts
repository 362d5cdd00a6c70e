// What was heard waits here while the round before is told, and is then told together, in the order it was heard in.

type Setup<Item> = {
  tell: (round: readonly Item[]) => Promise<void>
  /** Something heard will not be told: there was too much of it, or looking it up failed. */
  onGap: (error: unknown) => void
}

const ROUND_MAX = 100
/** More than this at once is not worth looking up. */
const WAITING_MAX = 5000

export type Rounds<Item> = { hear: (item: Item) => void }

export function openRounds<Item>({ tell, onGap }: Setup<Item>): Rounds<Item> {
  let waiting: Item[] = []
  let isTelling = false
  const tellAll = async () => {
    isTelling = true
    while (waiting.length > 0) {
      const round = waiting.splice(0, ROUND_MAX)
      await tell(round).catch(onGap)
    }
    isTelling = false
  }
  return {
    hear: (item) => {
      waiting.push(item)
      if (waiting.length > WAITING_MAX) {
        waiting = []
        onGap(new Error(`more than ${WAITING_MAX} happenings at once`))
      }
      if (!isTelling) void tellAll()
    },
  }
}
