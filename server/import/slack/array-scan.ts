// Finds where the elements of a JSON array begin and end, byte by byte. In UTF-8 no byte of a longer character looks
// like one of the marks below, so nothing needs to be decoded here.
import { ARCHIVE_LIMITS } from '../archive.ts'

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const [ARRAY_OPEN, ARRAY_CLOSE, OBJECT_OPEN, OBJECT_CLOSE] = [0x5b, 0x5d, 0x7b, 0x7d]
const BYTE_ORDER_MARK: readonly number[] = [0xef, 0xbb, 0xbf]
const SPACES: readonly number[] = [0x20, 0x09, 0x0a, 0x0d]

/** The bytes of an element, or that it had more than `lineBytesMax` of them and they were let go. */
export type ElementBytes = Buffer | 'too long'

/** Reads one array from its first byte on; what follows its end is ignored. Holds no more than one element. */
export class ArrayScan {
  #place: 'before' | 'between' | 'inside' | 'after' | 'elsewhere' = 'before'
  #depth = 0
  #isInString = false
  #isEscaped = false
  #parts: Uint8Array[] = []
  #length = 0

  get isOver(): boolean {
    return this.#place === 'after' || this.#place === 'elsewhere'
  }

  /** The elements that end in this chunk. */
  *take(chunk: Uint8Array): Iterable<ElementBytes> {
    let from = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number
      if (this.#place === 'inside') {
        if (!this.#endsAt(byte)) continue
        this.#keep(chunk.subarray(from, at))
        this.#place = byte === ARRAY_CLOSE ? 'after' : 'between'
        yield this.#ended()
      } else if (this.#opensAt(byte)) {
        from = at
      }
      if (this.isOver) return
    }
    if (this.#place === 'inside') this.#keep(chunk.subarray(from))
  }

  /** What was wrong with the array once there are no more chunks; undefined when it was whole. */
  get flaw(): { flaw: string; isElement: boolean } | undefined {
    if (this.#place === 'after') return undefined
    if (this.#place === 'inside') return { flaw: 'element that is cut off', isElement: true }
    const flaw = this.#place === 'between' ? 'file that is cut off' : 'file that is no JSON list in UTF-8'
    return { flaw, isElement: false }
  }

  /** Whether an element begins with this byte, which stands outside of any. */
  #opensAt(byte: number): boolean {
    if (SPACES.includes(byte)) return false
    if (this.#place === 'before') {
      if (byte === ARRAY_OPEN) this.#place = 'between'
      else if (!BYTE_ORDER_MARK.includes(byte)) this.#place = 'elsewhere'
      return false
    }
    if (byte === COMMA) return false
    if (byte === ARRAY_CLOSE) {
      this.#place = 'after'
      return false
    }
    this.#place = 'inside'
    this.#follow(byte)
    return true
  }

  #endsAt(byte: number): boolean {
    if (!this.#isInString && this.#depth === 0 && (byte === COMMA || byte === ARRAY_CLOSE)) return true
    this.#follow(byte)
    return false
  }

  #follow(byte: number): void {
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (byte === BACKSLASH) this.#isEscaped = true
      else if (byte === QUOTE) this.#isInString = false
    } else if (byte === QUOTE) this.#isInString = true
    else if (byte === OBJECT_OPEN || byte === ARRAY_OPEN) this.#depth += 1
    else if (byte === OBJECT_CLOSE || byte === ARRAY_CLOSE) this.#depth = Math.max(0, this.#depth - 1)
  }

  #keep(part: Uint8Array): void {
    this.#length += part.length
    if (this.#length > ARCHIVE_LIMITS.lineBytesMax) this.#parts = []
    else this.#parts.push(part)
  }

  #ended(): ElementBytes {
    const bytes = this.#length > ARCHIVE_LIMITS.lineBytesMax ? 'too long' : Buffer.concat(this.#parts)
    this.#parts = []
    this.#length = 0
    return bytes
  }
}
