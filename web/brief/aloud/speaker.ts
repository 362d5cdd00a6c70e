// Speaks pieces one after another by the device's own speech, and tells when it is through.

/** What of the browser's speech is needed; a test has its own. */
export type Voice = {
  speak: (piece: string, done: () => void) => void
  pause: () => void
  resume: () => void
  cancel: () => void
}

export type Speaking = 'silent' | 'speaking' | 'paused'

export class Speaker {
  readonly #voice: Voice
  readonly #tell: (speaking: Speaking) => void
  /** Counts what was begun, so that a piece that ends late does not go on with what was left. */
  #turn = 0

  constructor(voice: Voice, tell: (speaking: Speaking) => void) {
    this.#voice = voice
    this.#tell = tell
  }

  /** Says these pieces instead of what is being said. `through` is called once all are said, never when broken off. */
  say(pieces: readonly string[], through: () => void): void {
    this.#turn += 1
    const turn = this.#turn
    this.#voice.cancel()
    this.#tell('speaking')
    const sayFrom = (place: number) => {
      if (turn !== this.#turn) return
      const piece = pieces[place]
      if (piece === undefined) through()
      else this.#voice.speak(piece, () => sayFrom(place + 1))
    }
    sayFrom(0)
  }

  pause(): void {
    this.#voice.pause()
    this.#tell('paused')
  }

  goOn(): void {
    this.#voice.resume()
    this.#tell('speaking')
  }

  stop(): void {
    this.#turn += 1
    this.#voice.cancel()
    this.#tell('silent')
  }
}

/** The speech of this browser; undefined where it has none. */
export function browserVoice(): Voice | undefined {
  if (!('speechSynthesis' in globalThis)) return undefined
  const { speechSynthesis } = globalThis
  return {
    speak: (piece, done) => {
      const utterance = new SpeechSynthesisUtterance(piece)
      utterance.onend = done
      // A piece that cannot be spoken is passed over; one that was broken off is nobody's any more.
      utterance.onerror = done
      speechSynthesis.speak(utterance)
    },
    pause: () => speechSynthesis.pause(),
    resume: () => speechSynthesis.resume(),
    cancel: () => speechSynthesis.cancel(),
  }
}
