// Mentions while one types: finding the name that is being typed, and putting the person in its place.

/** Longer than this is a sentence with an @ in it, not a name. */
const NAME_CHARACTERS_MAX = 40

/** A mention that is being typed: where its @ stands, and what follows it up to the caret. */
export type MentionDraft = { start: number; end: number; search: string }

/**
 * The mention being typed at the caret, if there is one. An @ counts at the beginning of the text or after a
 * space or an opening bracket (so that mail addresses stay what they are), and up to two words after it.
 */
export function mentionAt(text: string, caret: number): MentionDraft | undefined {
  const before = text.slice(0, caret)
  const start = before.lastIndexOf('@')
  if (start === -1 || !/^$|[\s([{"'—–-]/.test(before.charAt(start - 1))) return undefined
  const search = before.slice(start + 1)
  if (search.length > NAME_CHARACTERS_MAX) return undefined
  if (!/^[\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{M}\p{N}.'’-]*)?$/u.test(search)) return undefined
  return { start, end: caret, search: search.trim() }
}

/** `text` with the person in the place of what was typed, and where the caret goes then. */
export function withMention(
  text: string,
  draft: MentionDraft,
  person: { id: string; name: string },
): { text: string; caret: number } {
  // Square brackets would end the mention early; no name needs them.
  const name = person.name.replaceAll(/[[\]\\]/g, '')
  const mention = `@[${name}](person:${person.id})`
  const after = text.slice(draft.end)
  const gap = /^[\s.,;:!?)]/.test(after) ? '' : ' '
  return {
    text: text.slice(0, draft.start) + mention + gap + after,
    caret: draft.start + mention.length + (gap === '' && after.startsWith(' ') ? 1 : gap.length),
  }
}
