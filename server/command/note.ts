/** Says how a command goes on, beside what it answers: that may be on its way into a file. */
export function note(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}
