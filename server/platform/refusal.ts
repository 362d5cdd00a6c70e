// An expected no. Rules return one or nothing; acts throw it; only the gate turns it into a status.
import type { RefusalKind } from '#contract/problem'
import { type Sentence, say, sentence } from './say.ts'

export class Refusal extends Error {
  override name = 'Refusal'
  readonly kind: RefusalKind
  readonly code: string
  /** What a person reads, in their language; `message` is the same in English, for logs. */
  readonly sentence: Sentence
  /** For invalid input: which fields, each with a sentence in the language of whoever sent it. */
  readonly fields: { path: string; sentence: string }[] | undefined
  /** For too-many: after how many seconds another try makes sense. */
  readonly retryAfterSeconds: number | undefined

  constructor(
    kind: RefusalKind,
    code: string,
    more: {
      sentence: Sentence
      fields?: { path: string; sentence: string }[] | undefined
      retryAfterSeconds?: number | undefined
    },
  ) {
    super(say('en', more.sentence))
    this.kind = kind
    this.code = code
    this.sentence = more.sentence
    this.fields = more.fields
    this.retryAfterSeconds = more.retryAfterSeconds
  }
}

/**
 * Makes a refusal: its kind, its stable code, and the sentence a person reads.
 * @param words the sentence's message, English as one literal, and its values
 */
export function refusal(kind: RefusalKind, code: string, ...words: Parameters<typeof sentence>): Refusal {
  return new Refusal(kind, code, { sentence: sentence(...words) })
}

/** Throws the refusal that a rule gave, if it gave one. */
export function refuseIf(no: Refusal | undefined): void {
  if (no !== undefined) throw no
}
