// Takes a JSON array apart element by element without ever holding more than one of them. So one broken message, or
// one of a hundred megabytes, costs that message alone.
import { isUtf8 } from 'node:buffer'
import { ArrayScan, type ElementBytes } from './array-scan.ts'

/** An element with its place in the array, counted from 1, or what is wrong at that place. */
export type JsonElement =
  | { index: number; value: unknown; isCleanUtf8: boolean }
  | { index: number; flaw: string; isElement: boolean }

/** The elements of an array. What is wrong is yielded and never thrown; the last flaw may be one of the whole file. */
export async function* jsonElements(chunks: AsyncIterable<Uint8Array>): AsyncIterable<JsonElement> {
  const scan = new ArrayScan()
  let index = 1
  try {
    for await (const chunk of chunks) {
      for (const bytes of scan.take(chunk)) {
        yield elementOf(bytes, index)
        index += 1
      }
      if (scan.isOver) break
    }
  } catch {
    yield { index, flaw: 'file with damaged bytes', isElement: false }
    return
  }
  if (scan.flaw) yield { index, ...scan.flaw }
}

function elementOf(bytes: ElementBytes, index: number): JsonElement {
  if (bytes === 'too long') return { index, flaw: 'element that is too long', isElement: true }
  try {
    return { index, value: JSON.parse(bytes.toString('utf8')), isCleanUtf8: isUtf8(bytes) }
  } catch {
    return { index, flaw: 'element that is no readable JSON', isElement: true }
  }
}
