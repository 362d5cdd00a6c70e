// Markdown as plain text, for letters and pushes. Pure.

const MARKS: readonly [RegExp, string][] = [
  // Fences go, what stands between them stays.
  [/^ {0,3}(?:```|~~~).*$/gm, ''],
  // A mention or a group is its name, a link its words, a picture what it shows.
  [/[@!]?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1'],
  [/^ {0,3}(?:#{1,6}|>+)[ \t]+/gm, ''],
  [/^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/gm, ''],
  [/(\*\*|__|~~)(?=\S)([\s\S]*?\S)\1/g, '$2'],
  [/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_\n]*?\S)\1(?![\p{L}\p{N}])/gu, '$2'],
  [/`([^`\n]*)`/g, '$1'],
  [/\\([!-/:-@[-`{-~])/g, '$1'],
]

/** Marks that turn the direction of a text, and controls: in a letter they would reach over what Foyer says. */
const STEERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu
/** More marks on one letter than any language writes would climb into the lines around it. */
const PILED_UP = /(\p{M}{4})\p{M}+/gu

/** @param markdown as somebody wrote it, of any length @returns what is read of it, with its line breaks */
export function plainWords(markdown: string): string {
  const plain = MARKS.reduce((text, [mark, stays]) => text.replace(mark, stays), markdown)
  return safeLine(plain).trim()
}

/** A name or a title without what would reach over the text around it. */
export function safeLine(text: string): string {
  return text.replace(STEERING, '').replace(PILED_UP, '$1')
}
