// What a brief says of an answer that its reader is to look at again. Pure.
import type { ReviewDue } from '#platform/cards'
import { type Sentence, sentence } from '#platform/say'

/** Worth more than what merely informs, and more once people are misled by it; never more than somebody who waits. */
export function worthOfReview({ inDays }: ReviewDue): number {
  return inDays < 0 ? 3 : 2
}

export function whyReview({ inDays }: ReviewDue): { headline: Sentence; facts: Sentence[] } {
  if (inDays < 0) {
    return {
      headline: sentence('An answer of yours is out of date'),
      facts: [
        sentence(
          'You answer for it, and were to look at it again {count, plural, one {yesterday} other {# days ago}}',
          { count: -inDays },
        ),
      ],
    }
  }
  return {
    headline: sentence('An answer of yours to look at again'),
    facts: [
      sentence(
        'You answer for it. It is out of date after {count, plural, =0 {today} one {tomorrow} other {# days more}}',
        { count: inDays },
      ),
    ],
  }
}
