// What no text may hold, whoever writes it: characters that stand for something else than what one sees.
import type { z } from 'zod'

/** So many marks on one letter are more than any language writes; they only pile up over other people's lines. */
const MARKS_MAX = 8
const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MARKS_MAX + 1}}`, 'u')
/** Overrides show letters in another order than the one they have. */
const OVERRIDES = /[\u202d\u202e]/u
/** All that turns the direction of what comes after it. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/u

const MARKS_SENTENCE = `A letter has more than ${MARKS_MAX} marks on it. Write it with fewer.`
const OVERRIDE_SENTENCE =
  'The text holds an invisible character that shows letters in another order (U+202D or U+202E). Write that part by hand.'
const TURN_SENTENCE =
  'An invisible character in it turns the direction of what follows. Write it by hand instead of pasting it.'

/**
 * A text of paragraphs. Each is shown in a block of its own, at whose end every direction ends too; only overrides are
 * refused, which deceive within a line and which no language needs.
 */
export function paragraphs(schema: z.ZodString): z.ZodString {
  return schema
    .refine((text) => !TOO_MANY_MARKS.test(text), MARKS_SENTENCE)
    .refine((text) => !OVERRIDES.test(text), OVERRIDE_SENTENCE)
}

/** A name or a title: it is shown in the midst of other words, in mails and in logs, which it must not turn round. */
export function line(schema: z.ZodString): z.ZodString {
  return schema
    .refine((text) => !TOO_MANY_MARKS.test(text), MARKS_SENTENCE)
    .refine((text) => !TURNS.test(text), TURN_SENTENCE)
}
