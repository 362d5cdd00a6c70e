// A digest as a letter. Pure.
import type { PostId } from '#contract/ref'
import { type LetterPart, type WrittenLetter, writtenLetter } from '#rooms/mail'
import type { BatchKind } from './batches.ts'
import type { Digest, DigestItem } from './digest.ts'

/** Where the links of one item lead; undefined where mail cannot be answered, or where there is nobody to thank. */
export type ItemLinks = { thread: string; replyTo: string | undefined; thank: string | undefined }

export type LetterParts = {
  digest: Digest
  kind: BatchKind
  linksOf: ReadonlyMap<PostId, ItemLinks>
  notices: string
  settings: string
  stop: string
  /** Whether the letter asks if half as often is right. */
  asks: boolean
}

export function digestLetter(parts: LetterParts): WrittenLetter {
  const all = [introOf(parts), ...parts.digest.items.map((item) => itemOf(item, parts)), footOf(parts)]
  return writtenLetter(subjectOf(parts), all, 'en')
}

function subjectOf({ kind, digest: { items, leftCount } }: LetterParts): string {
  const [first] = items
  if (kind === 'urgent' && first?.due !== undefined)
    return `${first.by} needs an answer by ${first.due}: ${first.title}`
  const more = items.length + leftCount - 1
  return more === 0 ? (first?.title ?? '') : `${first?.title}, and ${more} more`
}

function introOf({ digest: { items, leftCount, seconds } }: LetterParts): LetterPart {
  const count = items.length + leftCount
  const minutes = Math.max(1, Math.round(seconds / 60))
  const what = count === 1 ? 'One thread waits for you.' : `${count} threads wait for you.`
  const long = `Reading this takes about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
  return [{ is: 'plain', text: `${what} ${long}` }]
}

function itemOf(item: DigestItem, { linksOf }: LetterParts): LetterPart {
  const links = linksOf.get(item.postId)
  if (links === undefined) throw new Error('an item of a digest has no links')
  const due = item.due === undefined ? '' : ` An answer is needed by ${item.due}.`
  return [
    { is: 'head', text: item.title },
    { is: 'said', text: `${item.sentences.join(' ')}${due}` },
    ...(item.words === '' ? [] : [{ is: 'words', text: item.words } as const]),
    { is: 'link', text: 'Open it', to: links.thread },
    ...(links.replyTo === undefined
      ? []
      : [{ is: 'link', text: 'Answer by mail', to: `mailto:${links.replyTo}` } as const]),
    ...(links.thank === undefined
      ? []
      : [{ is: 'link', text: `Thank ${item.by}`, to: links.thank } as const]),
    { is: 'plain', text: `In ${item.spaceName}. You get this ${item.why}.` },
  ]
}

function footOf({ digest: { leftCount }, asks, notices, settings, stop }: LetterParts): LetterPart {
  const rest =
    leftCount === 0
      ? 'That’s all.'
      : `${leftCount === 1 ? 'One more waits' : `${leftCount} more wait`} in Foyer.`
  const question =
    'You did not open the last three, so from now on they come half as often. Say if that is right for you:'
  return [
    { is: 'plain', text: rest },
    ...(leftCount === 0 ? [] : [{ is: 'link', text: 'See them all', to: notices } as const]),
    ...(asks ? [{ is: 'plain', text: question } as const] : []),
    { is: 'link', text: 'When and how these letters come', to: settings },
    { is: 'link', text: 'No more of these letters', to: stop },
  ]
}
