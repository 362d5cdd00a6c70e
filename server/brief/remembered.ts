// Remembers what a pure function said of a text: the same new words are weighed for one reader after another.

/**
 * The same function, with the last answers at hand. Nothing of a reader is in them: the answer hangs on the text alone.
 * @param most how many texts are remembered; the longest unused goes first
 */
export function remembered<Answer>(of: (text: string) => Answer, most: number): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    const known = answers.get(text)
    const answer = known ?? of(text)
    if (known !== undefined) answers.delete(text)
    answers.set(text, answer)
    if (answers.size > most) {
      for (const oldest of answers.keys()) {
        answers.delete(oldest)
        break
      }
    }
    return answer
  }
}
