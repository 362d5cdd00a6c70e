// While one types: finding the name or topic that is being typed, and putting what was meant in its place.

/** Longer than this is a sentence with an @ in it, not a name. */
const CHARACTERS_MAX = 40

/** What is being typed: behind which sign, where that stands, and what follows it up to the caret. */
export type Typed = { sign: '@' | '#'; start: number; end: number; search: string }

/**
 * The mention or topic being typed at the caret, if there is one. An @ counts at the beginning of the text or after a
 * space or an opening sign (so that mail addresses stay what they are), and up to two words after it; a # likewise,
 * with one word.
 */
export function typedAt(text: string, caret: number): Typed | undefined {
  const before = text.slice(0, caret)
  const start = Math.max(before.lastIndexOf('@'), before.lastIndexOf('#'))
  if (start === -1 || !/^$|[\s([{"'“‘„—–\-*_~]/.test(before.charAt(start - 1))) return undefined
  const sign = before.charAt(start) === '@' ? '@' : '#'
  const search = before.slice(start + 1)
  const isName = /^[\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{M}\p{N}.'’-]*)?$/u
  const isTopic = /^[\p{L}\p{M}\p{N}_-]+$/u
  if (search.length > CHARACTERS_MAX || !(sign === '@' ? isName : isTopic).test(search)) return undefined
  return { sign, start, end: caret, search: search.trim() }
}

/** Somebody who can be mentioned: a person by their id, a group by `group:` and its id. */
export type Mentioned = { id: string; name: string }

/** What stands for a person or a group in Markdown. Square brackets would end the mention early; no name needs them. */
export function mentionOf({ id, name }: Mentioned): string {
  return `@[${name.replaceAll(/[[\]\\]/g, '')}](${targetOf(id)})`
}

/** What the link of a mention names. */
export function targetOf(id: string): string {
  return id.startsWith('group:') ? id : `person:${id}`
}

/** `text` with the meant words in the place of what was typed, and where the caret goes then. */
export function withMeant(text: string, typed: Typed, meant: string): { text: string; caret: number } {
  const after = text.slice(typed.end)
  const gap = gapBefore(after)
  return {
    text: text.slice(0, typed.start) + meant + gap + after,
    caret: typed.start + meant.length + (gap === '' && after.startsWith(' ') ? 1 : gap.length),
  }
}

/** Whether a space has to stand between what was meant and what follows. */
export function gapBefore(after: string): '' | ' ' {
  return /^[\s.,;:!?)]/.test(after) ? '' : ' '
}
