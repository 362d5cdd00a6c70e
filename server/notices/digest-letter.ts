// A digest as a letter. Pure.
import type { Language } from '#contract/language'
import type { PostId } from '#contract/ref'
import { say, sentence } from '#platform/say'
import { type LetterPart, type WrittenLetter, writtenLetter } from '#rooms/mail'
import type { BatchKind } from './batches.ts'
import type { Digest, DigestItem } from './digest.ts'

/** Where the links of one item lead; undefined where mail cannot be answered, or where there is nobody to thank. */
export type ItemLinks = { thread: string; replyTo: string | undefined; thank: string | undefined }

export type LetterParts = {
  digest: Digest
  kind: BatchKind
  language: Language
  linksOf: ReadonlyMap<PostId, ItemLinks>
  notices: string
  settings: string
  stop: string
  /** Whether the letter asks if half as often is right. */
  asks: boolean
}

export function digestLetter(parts: LetterParts): WrittenLetter {
  const all = [introOf(parts), ...parts.digest.items.map((item) => itemOf(item, parts)), footOf(parts)]
  return writtenLetter(subjectOf(parts), all, parts.language)
}

function subjectOf({ kind, language, digest: { items, leftCount } }: LetterParts): string {
  const [first] = items
  if (first === undefined) return ''
  const { by, due, title } = first
  if (kind === 'urgent' && due !== undefined)
    return say(language, sentence('{by} needs an answer by {due}: {title}', { by, due, title }))
  const more = items.length + leftCount - 1
  return more === 0 ? title : say(language, sentence('{title}, and {more} more', { title, more }))
}

function introOf({ language, digest: { items, leftCount, seconds } }: LetterParts): LetterPart {
  const intro = sentence(
    '{count, plural, one {One thread waits for you.} other {# threads wait for you.}} Reading this takes about {minutes, plural, one {a minute} other {# minutes}}.',
    { count: items.length + leftCount, minutes: Math.max(1, Math.round(seconds / 60)) },
  )
  return [{ is: 'plain', text: say(language, intro) }]
}

function itemOf(item: DigestItem, { linksOf, language }: LetterParts): LetterPart {
  const links = linksOf.get(item.postId)
  if (links === undefined) throw new Error('an item of a digest has no links')
  const { sentences, due, by, spaceName, why } = item
  const needed = due === undefined ? [] : [say(language, sentence('An answer is needed by {due}.', { due }))]
  const source = sentence('In {spaceName}. You get this {why}.', { spaceName, why })
  return [
    { is: 'head', text: item.title },
    { is: 'said', text: [...sentences, ...needed].join(' ') },
    ...(item.words === '' ? [] : [{ is: 'words', text: item.words } as const]),
    { is: 'link', text: say(language, sentence('Open it')), to: links.thread },
    ...(links.replyTo === undefined
      ? []
      : [linkTo(`mailto:${links.replyTo}`, say(language, sentence('Answer by mail')))]),
    ...(links.thank === undefined
      ? []
      : [linkTo(links.thank, say(language, sentence('Thank {by}', { by })))]),
    { is: 'plain', text: say(language, source) },
  ]
}

function footOf({ digest, asks, language, ...ways }: LetterParts): LetterPart {
  const { leftCount } = digest
  const rest =
    leftCount === 0
      ? sentence('That’s all.')
      : sentence('{count, plural, one {One more waits} other {# more wait}} in Foyer.', { count: leftCount })
  const question = sentence(
    'You did not open the last three, so from now on they come half as often. Say if that is right for you:',
  )
  return [
    { is: 'plain', text: say(language, rest) },
    ...(leftCount === 0 ? [] : [linkTo(ways.notices, say(language, sentence('See them all')))]),
    ...(asks ? [{ is: 'plain', text: say(language, question) } as const] : []),
    linkTo(ways.settings, say(language, sentence('When and how these letters come'))),
    linkTo(ways.stop, say(language, sentence('No more of these letters'))),
  ]
}

function linkTo(to: string, text: string): LetterPart[number] {
  return { is: 'link', text, to }
}
