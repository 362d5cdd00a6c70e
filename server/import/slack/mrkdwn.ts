// From Slack's own markup to Markdown. What Slack shows as plain text stays plain, even where Markdown would read
// marks into it; what stands in code is left as it was typed.

export type Names = {
  /** The name of a person by their key; undefined for somebody unknown. */
  person(key: string): string | undefined
  /** What to call a channel, given its id and the name that the text has for it, which may be empty. */
  channel(id: string, label: string): string
}

export type Markdown = {
  body: string
  /** Whom the text mentions, with the name it gives them, in the order of the text. */
  mentions: { key: string; label: string }[]
}

// Marks that no text can hold, since Unicode keeps these code points for use inside programs.
const [KEPT, KEPT_END, BOLD_MARK, BULLET, ANGLE] = ['\uFDD0', '\uFDD1', '\uFDD2', '\uFDD3', '\uFDD4']

/** Turns mrkdwn into Markdown; a mention becomes `@[Name](person:<key>)`. */
export function markdownOf(mrkdwn: string, names: Names): Markdown {
  const mentions: Markdown['mentions'] = []
  const kept: string[] = []
  // Code and references are set aside first, so that no rule for emphasis sees what is in them.
  const keep = (part: string) => `${KEPT}${kept.push(part) - 1}${KEPT_END}`
  const prose = mrkdwn
    .replace(/[\uFDD0-\uFDEF]/g, '')
    .replace(/```[\s\S]*?```|`[^`\n]+`/g, (code) => keep(codeOf(code)))
    .replace(/<([^<>\n]+)>/g, (_, reference: string) => keep(referenceOf(reference, names, mentions)))
  const restored = emphasised(prose).replace(
    new RegExp(`${KEPT}(\\d+)${KEPT_END}`, 'g'),
    (_, place: string) => kept[Number(place)] ?? '',
  )
  return { body: quoted(restored).trim(), mentions }
}

/** The same text without any markup: references by their labels, entities as the characters they stand for. */
export function plainTextOf(mrkdwn: string): string {
  return plainEntities(
    mrkdwn.replace(/<([^<>|\n]+)(?:\|([^<>\n]*))?>/g, (_, target: string, label?: string) => label || target),
  )
}

function codeOf(code: string): string {
  const plain = plainTextOf(code)
  if (!plain.startsWith('```')) return plain
  // A fence of Markdown stands on lines of its own.
  return `\n\`\`\`\n${plain.slice(3, -3).replace(/^\n|\n$/g, '')}\n\`\`\`\n`
}

function referenceOf(reference: string, names: Names, mentions: Markdown['mentions']): string {
  const bar = reference.indexOf('|')
  const target = bar < 0 ? reference : reference.slice(0, bar)
  const label = bar < 0 ? '' : plainEntities(reference.slice(bar + 1))
  const [, key] = /^@([A-Za-z0-9_-]{1,64})$/.exec(target) ?? []
  if (key !== undefined) {
    const name = (names.person(key) ?? label).replace(/[[\]\\\n]/g, '').trim() || key
    mentions.push({ key, label: name })
    return `@[${name}](person:${key})`
  }
  if (target.startsWith('#')) return `#${literal(names.channel(target.slice(1), label))}`
  if (target.startsWith('!'))
    return literal(label || target.slice(1).replace(/^(here|channel|everyone)$/, '@$1'))
  return linkOf(plainEntities(target), label)
}

function linkOf(url: string, label: string): string {
  if (!/^(https?:\/\/|mailto:)\S+$/i.test(url)) return literal(label || url)
  const safe = url.replace(/[<>()\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  if (label === '' && url === safe && !url.startsWith('mailto:')) return `<${url}>`
  return `[${literal(label || url.replace(/^mailto:/i, '')).replace(/[[\]]/g, '\\$&')}](${safe})`
}

function plainEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

// Emphasis is emphasis only around whole words, as Slack reads it.
const BEFORE = `(?<=^|[\\s(\\[{"'“‘_~/${ANGLE}-])`
const AFTER = `(?=$|[\\s.,;:!?)\\]}"'”’_~/-])`
const BOLD = new RegExp(`${BEFORE}\\*(?![\\s*])([^*\\n]*[^*\\s])\\*${AFTER}`, 'gmu')
const STRUCK = new RegExp(`${BEFORE}~(?![\\s~])([^~\\n]*[^~\\s])~${AFTER}`, 'gmu')

function emphasised(prose: string): string {
  const marked = prose
    .replaceAll('&gt;', ANGLE)
    .replace(BOLD, `${BOLD_MARK}$1${BOLD_MARK}`)
    // A star that is left begins an item of a list, or it is a star.
    .replace(/^([ \t]*)\*(?=[ \t])/gm, `$1${BULLET}`)
  return literal(marked).replace(STRUCK, '~~$1~~').replaceAll(BOLD_MARK, '**').replaceAll(BULLET, '*')
}

/** Plain text in which Markdown finds no marks of its own. */
function literal(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/gm, '\\\\')
    .replaceAll('*', '\\*')
    .replaceAll('__', '\\_\\_')
    .replaceAll('```', '\\`\\`\\`')
    .replaceAll('](', ']\\(')
    .replace(/^([ \t]*)(\[[^\]\n]*\]:|#{1,6}(?=[ \t]|$)|~{3,}|[-=_|:](?=[-=_|: \t]*$))/gm, '$1\\$2')
    .replaceAll('&lt;', '<')
    .replaceAll('<', '\\<')
    .replaceAll('&amp;', '&')
    .replace(/&(?=#?\w+;)/g, '\\&')
}

// `>` quotes a line and `>>>` all that follows. A blank line ends a quote, or Markdown would go on with it.
function quoted(text: string): string {
  const lines: string[] = []
  let isRestQuoted = false
  let wasQuoted = false
  for (const line of text.split('\n')) {
    isRestQuoted ||= line.startsWith(ANGLE.repeat(3))
    const isQuoted = isRestQuoted || line.startsWith(ANGLE)
    if (wasQuoted && !isQuoted && line.trim() !== '') lines.push('')
    const words = isQuoted ? `> ${line.replace(new RegExp(`^${ANGLE}{1,3}\\s*`), '')}` : line
    lines.push(words.replaceAll(ANGLE, '>'))
    wasQuoted = isQuoted
  }
  return lines.join('\n')
}
