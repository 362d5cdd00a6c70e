// Plain text in which found words are marked.
import { partsOf } from './highlights.ts'

export function Marked({ text }: { text: string }) {
  let offset = 0
  return partsOf(text).map((part) => {
    const key = offset
    offset += part.text.length
    return part.isFound ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>
  })
}
