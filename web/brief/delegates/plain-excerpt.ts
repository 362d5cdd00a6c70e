/** An excerpt of search without the marks around what was found (U+E000 and U+E001). */
export function plainExcerpt(marked: string): string {
  return marked.replace(/[\ue000\ue001]/g, '')
}
