// An expected no. Rules return one or nothing; acts throw it; only the gate turns it into a status.
import type { RefusalKind } from '#contract/problem'

export class Refusal extends Error {
  override name = 'Refusal'
  readonly kind: RefusalKind
  readonly code: string
  /** For invalid input: which fields, each with a sentence. */
  readonly fields: { path: string; sentence: string }[] | undefined
  /** For too-many: after how many seconds another try makes sense. */
  readonly retryAfterSeconds: number | undefined

  constructor(
    kind: RefusalKind,
    code: string,
    more: {
      sentence: string
      fields?: { path: string; sentence: string }[] | undefined
      retryAfterSeconds?: number | undefined
    },
  ) {
    super(more.sentence)
    this.kind = kind
    this.code = code
    this.fields = more.fields
    this.retryAfterSeconds = more.retryAfterSeconds
  }
}

/** Makes a refusal: its kind, its stable code, and the sentence a person reads. */
export function refusal(kind: RefusalKind, code: string, sentence: string): Refusal {
  return new Refusal(kind, code, { sentence })
}

/** Throws the refusal that a rule gave, if it gave one. */
export function refuseIf(no: Refusal | undefined): void {
  if (no !== undefined) throw no
}
