// Remembers what a pure function said of texts: the same new words are weighed for one reader after another.

/**
 * The same function, with the last answers at hand. Nothing of a reader is in them: the answer hangs on the texts alone.
 * @param most how many answers are remembered; the longest unused goes first
 */
export function remembered<Texts extends string[], Answer>(
  of: (...texts: Texts) => Answer,
  most: number,
): (...texts: Texts) => Answer {
  const answers = new Map<string, Answer>()
  return (...texts) => {
    // No text in the database holds U+0000, so it tells where each of them ends.
    const asked = texts.join('\0')
    const known = answers.get(asked)
    const answer = known ?? of(...texts)
    if (known !== undefined) answers.delete(asked)
    answers.set(asked, answer)
    if (answers.size > most) {
      for (const oldest of answers.keys()) {
        answers.delete(oldest)
        break
      }
    }
    return answer
  }
}
