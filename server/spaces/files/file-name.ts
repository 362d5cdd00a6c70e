// Names of files, as people's machines give them, made safe for every other machine and for the eye. Pure.

const CHARACTERS_MAX = 120
const ENDING_CHARACTERS_MAX = 12
/** Control characters, those without a width, and those that turn the direction of what follows; joiners are letters' own. */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]--[\u200c\u200d]]/gv
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u
/** What Windows takes in no name. */
const UNTAKEN = /[<>:"|?*]/g

const ENDINGS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'text/plain': 'txt',
  'application/pdf': 'pdf',
}

/**
 * A name that is safe to show, to save and to send in a header: one part of a path, without unseen signs, at most 120
 * characters with its ending, never empty.
 */
export function safeName(given: string, contentType: string): string {
  const plain = withoutTricks(given.split(/[/\\]/).at(-1) ?? '')
  const ending = endingOf(plain)
  const known = ENDINGS[contentType]
  const kept = ending === '' && known !== undefined ? `.${known}` : ending
  return joined(plain.slice(0, plain.length - ending.length), kept)
}

/** Another name with the ending that the file has: the ending tells machines what to do with it. */
export function renamed(name: string, given: string): string {
  const ending = endingOf(name)
  const plain = withoutTricks(given.replaceAll(/[/\\]/g, '-'))
  const isNamed = ending !== '' && plain.toLowerCase().endsWith(ending.toLowerCase())
  return joined(isNamed ? plain.slice(0, plain.length - ending.length) : plain, ending)
}

function withoutTricks(part: string): string {
  return part
    .toWellFormed()
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(UNTAKEN, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
}

function joined(stem: string, ending: string): string {
  return `${cut(SEEN.test(stem) ? stem : 'file', CHARACTERS_MAX - ending.length)}${ending}`
}

/** The last point and what follows, such as `.csv`; nothing when that is no ending. */
function endingOf(name: string): string {
  const ending = /\.[\p{L}\p{N}]+$/u.exec(name)?.[0] ?? ''
  return ending.length <= ENDING_CHARACTERS_MAX && ending.length < name.length ? ending : ''
}

/** Cuts between what the eye takes for characters. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > most) break
    kept += segment
  }
  return kept.trim() || 'file'
}
