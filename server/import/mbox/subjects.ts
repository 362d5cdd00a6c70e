// Subjects: what a mail is about once the marks of replying and forwarding are off.

import { readable } from './mail-headers.ts'

export type Subject = {
  /** For showing: as written, without the marks; undefined when nothing is left. */
  title: string | undefined
  /** For comparing: lower-case, also without `[list]` tags, spaces as one. */
  about: string
  mark: 'none' | 'reply' | 'forward'
}

const TITLE_CHARACTERS_MAX = 300
/** Re and Fw in the languages in which mail programs write them, `Re[2]:` and `Re(2):` included. */
const MARK = /^\s*(?:(re|aw|antw|sv|vs|odp|rif)|(fwd?|wg|tr|vl|vb|rv|enc|pd))\s*(?:[[(]\d+[\])])?\s*[:：]\s*/i
const TAG = /^\s*\[[^\][]{1,80}\]\s*/
const MARKS_MAX = 50

/** `Re: FW: [list] x` becomes "x" with the outermost mark remembered. */
export function parseSubject(raw: string | undefined): Subject {
  let about = readable((raw ?? '').slice(0, 4 * TITLE_CHARACTERS_MAX))
  let title = about
  let mark: Subject['mark'] = 'none'
  for (let i = 0; i < MARKS_MAX; i += 1) {
    const found = MARK.exec(about)
    if (found && mark === 'none') mark = found[1] ? 'reply' : 'forward'
    const cut = found ?? TAG.exec(about)
    // A subject that is nothing but a tag is about that tag.
    if (!cut || (!found && cut[0].length === about.length)) break
    about = about.slice(cut[0].length)
    if (found) title = withoutMark(title, found[0])
  }
  // Outlook says "(fwd)" at the end, and so does pine.
  if (/\(fwd?\)\s*$/i.test(about)) {
    about = about.replace(/\s*\(fwd?\)\s*$/i, '')
    title = title.replace(/\s*\(fwd?\)\s*$/i, '')
    mark = mark === 'none' ? 'forward' : mark
  }
  const shown = title.slice(0, TITLE_CHARACTERS_MAX).toWellFormed().trim()
  return { title: shown === '' ? undefined : shown, about: about.toLowerCase().trim(), mark }
}

function withoutMark(title: string, mark: string): string {
  const at = title.indexOf(mark.trim())
  return at === -1
    ? title
    : (title.slice(0, at) + title.slice(at + mark.trim().length)).replace(/\s+/g, ' ').trim()
}
