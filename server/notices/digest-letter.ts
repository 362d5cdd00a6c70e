// A digest as a letter: plain text first, and the same as simple HTML that keeps to the colours of its reader. Pure.
import type { PostId } from '#contract/ref'
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

export type Written = { subject: string; text: string; html: string }

/** One line of a letter: something that Foyer says, somebody's words, or a way on. */
type Line =
  | { is: 'head' | 'said' | 'plain' | 'words'; text: string }
  | { is: 'link'; text: string; to: string }
type Part = Line[]

export function digestLetter(parts: LetterParts): Written {
  const subject = subjectOf(parts)
  const all = [introOf(parts), ...parts.digest.items.map((item) => itemOf(item, parts)), footOf(parts)]
  return { subject, text: textOf(all), html: htmlOf(subject, all) }
}

function subjectOf({ kind, digest: { items, leftCount } }: LetterParts): string {
  const [first] = items
  if (kind === 'urgent' && first?.due !== undefined)
    return `${first.by} needs an answer by ${first.due}: ${first.title}`
  const more = items.length + leftCount - 1
  return more === 0 ? (first?.title ?? '') : `${first?.title}, and ${more} more`
}

function introOf({ digest: { items, leftCount, seconds } }: LetterParts): Part {
  const count = items.length + leftCount
  const minutes = Math.max(1, Math.round(seconds / 60))
  const what = count === 1 ? 'One thread waits for you.' : `${count} threads wait for you.`
  const long = `Reading this takes about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
  return [{ is: 'plain', text: `${what} ${long}` }]
}

function itemOf(item: DigestItem, { linksOf }: LetterParts): Part {
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

function footOf({ digest: { leftCount }, asks, notices, settings, stop }: LetterParts): Part {
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

function textOf(parts: readonly Part[]): string {
  return `${parts.map((part) => part.map(textLine).join('\n')).join('\n\n\n')}\n`
}

function textLine(line: Line): string {
  if (line.is === 'link') return `${line.text}: ${line.to.replace(/^mailto:/, '')}`
  // What people say is set off as mail has always set off what others wrote.
  if (line.is === 'words') return `\n> ${line.text}\n`
  return line.is === 'head' ? `* ${line.text}` : line.text
}

/** No colours but those that the reader's program has for light and dark, and no pictures: nothing is fetched. */
const HEAD = [
  '<meta charset="utf-8">',
  '<meta name="viewport" content="width=device-width">',
  '<meta name="color-scheme" content="light dark">',
  '<meta name="supported-color-schemes" content="light dark">',
  '<style>:root { color-scheme: light dark; supported-color-schemes: light dark; }</style>',
].join('\n')
const BODY = 'margin:0 auto;padding:16px;max-width:36em;font:16px/1.5 system-ui,sans-serif;'
const QUOTE =
  'margin:8px 0;padding-left:12px;border-left:3px solid #7a8f7f;font-family:Georgia,serif;font-size:17px;'

function htmlOf(subject: string, parts: readonly Part[]): string {
  const sections = parts.map((part) => `<section>\n${part.map(htmlLine).join('\n')}\n</section>`)
  return [
    '<!doctype html>',
    `<html lang="en"><head>\n${HEAD}\n<title>${escaped(subject)}</title>\n</head>`,
    `<body style="${BODY}">`,
    sections.join('\n<hr style="border:0;border-top:1px solid #8a8f8a;margin:20px 0">\n'),
    '</body></html>',
  ].join('\n')
}

function htmlLine(line: Line): string {
  const text = escaped(line.text)
  if (line.is === 'link') return `<p style="margin:6px 0"><a href="${escaped(line.to)}">${text}</a></p>`
  if (line.is === 'head') return `<h2 style="margin:0;font-size:18px">${text}</h2>`
  if (line.is === 'words') return `<blockquote style="${QUOTE}">${text}</blockquote>`
  return `<p style="margin:4px 0">${text}</p>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
