// Finds where each mail of an mbox file begins and ends, holding the head of one line at a time whatever comes.

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const CAPITAL_F = 0x46
const LINE_HEAD_BYTES = 256
const NOTHING = Buffer.alloc(0)
const HEADER_LINE = /^[!-9;-~]{1,76}:(?:[ \t]|\r?$)/

/** One mail's place in a file: bytes from `offset`, its first line counted from 1. */
export type MailSpan = { offset: number; length: number; line: number }

type Start = { offset: number; line: number }

/**
 * Cuts an mbox at `From ` lines after a blank line (or at the very beginning). Unescaped prose such as
 * "From here on …" is told from an envelope by the time of day in it, or by a header on the line below.
 * Feed chunks to `push`, then call `end`; both return the mails that are complete.
 */
export class MboxSplitter {
  /** Line of the first text that belongs to no mail, if there was any. */
  strayLine: number | undefined
  #head: Buffer = NOTHING
  #lineLength = 0
  #lineStart = 0
  #lineNumber = 1
  #isAfterBlank = true
  #open: Start | undefined
  #doubtful: Start | undefined
  #isFirstChunk = true

  push(chunk: Buffer): MailSpan[] {
    const spans: MailSpan[] = []
    const bytes = this.#withoutByteOrderMark(chunk)
    let from = 0
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
      if (this.#isWorthALook(bytes[from], end - from)) this.#takeLine(bytes.subarray(from, end), spans)
      else this.#isAfterBlank = false
      this.#lineStart += this.#lineLength + (end - from) + 1
      this.#head = NOTHING
      this.#lineLength = 0
      this.#lineNumber += 1
      from = end + 1
    }
    this.#keepUnfinished(bytes.subarray(from))
    return spans
  }

  end(): MailSpan[] {
    const spans: MailSpan[] = []
    const length = this.#lineStart + this.#lineLength
    if (this.#lineLength > 0) this.#takeLine(NOTHING, spans)
    if (this.#open) spans.push({ ...this.#open, length: length - this.#open.offset })
    this.#open = undefined
    return spans
  }

  /** Most lines neither begin a mail nor end a paragraph, and looking into each of them would take most of the time. */
  #isWorthALook(first: number | undefined, length: number): boolean {
    if (!this.#open || this.#doubtful || this.#lineLength > 0) return true
    return length < 2 || (first === CAPITAL_F && this.#isAfterBlank)
  }

  #withoutByteOrderMark(chunk: Buffer): Buffer {
    if (!this.#isFirstChunk) return chunk
    this.#isFirstChunk = false
    if (chunk[0] !== 0xef || chunk[1] !== 0xbb || chunk[2] !== 0xbf) return chunk
    this.#lineStart = 3
    return chunk.subarray(3)
  }

  #keepUnfinished(rest: Buffer): void {
    const room = Math.max(0, LINE_HEAD_BYTES - this.#head.length)
    if (room > 0 && rest.length > 0) this.#head = Buffer.concat([this.#head, rest.subarray(0, room)])
    this.#lineLength += rest.length
  }

  /** `rest` is what this chunk adds to a line whose beginning may have come with an earlier chunk. */
  #takeLine(rest: Buffer, spans: MailSpan[]): void {
    const line = this.#head.length > 0 ? Buffer.concat([this.#head, rest.subarray(0, LINE_HEAD_BYTES)]) : rest
    const isBlank = line.length === 0 || (line.length === 1 && line[0] === CARRIAGE_RETURN)
    const here = { offset: this.#lineStart, line: this.#lineNumber }
    const isFirstThing = !this.#open && this.strayLine === undefined
    if (this.#doubtful) {
      if (isHeader(line)) this.#begin(this.#doubtful, spans)
      this.#doubtful = undefined
    }
    if (this.#isAfterBlank && isEnvelope(line)) {
      if (isFirstThing || hasTimeOfDay(line)) this.#begin(here, spans)
      else this.#doubtful = here
    } else if (!isBlank && isFirstThing) {
      if (isHeader(line)) this.#begin(here, spans)
      else this.strayLine = here.line
    }
    this.#isAfterBlank = isBlank
  }

  #begin(start: Start, spans: MailSpan[]): void {
    if (this.#open) spans.push({ ...this.#open, length: start.offset - this.#open.offset })
    this.#open = start
  }
}

function isEnvelope(line: Buffer): boolean {
  return line[0] === CAPITAL_F && line.length > 4 && line.toString('latin1', 0, 5) === 'From '
}

function hasTimeOfDay(line: Buffer): boolean {
  return /\d{1,2}:\d{2}/.test(line.toString('latin1', 0, LINE_HEAD_BYTES))
}

function isHeader(line: Buffer): boolean {
  return HEADER_LINE.test(line.toString('latin1', 0, LINE_HEAD_BYTES))
}
