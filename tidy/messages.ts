// What stands in a message of the product, and whether it is one.
import compile from 'icu-minify/compile'

/** Why a text is no message, in the words of its reader; undefined where it is one. */
export function whyNoMessage(text: string): string | undefined {
  try {
    compile(text)
    return undefined
  } catch (error) {
    return `“${text}” is no message: ${error instanceof Error ? error.message : error}`
  }
}

/** The `{names}` and `<marks>` of a message, each once, sorted. */
export function namesIn(message: string): string[] {
  const names = new Set<string>()
  gather(compile(message), names)
  return [...names].sort()
}

/** A compiled part is plain words, `#` as a number, or begins with its name and holds parts, by choice or in order. */
function gather(part: unknown, names: Set<string>): void {
  if (!Array.isArray(part)) return
  for (const each of part) {
    if (!Array.isArray(each)) continue
    const [name, ...held] = each
    names.add(String(name))
    for (const inner of held) {
      if (Array.isArray(inner)) gather([inner], names)
      else if (typeof inner === 'object') for (const choice of Object.values(inner)) gather(choice, names)
    }
  }
}
