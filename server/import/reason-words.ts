// Why something of an archive was left out, changed or kept, as people read it. Readers give the reason in English.
import type { Language } from '#contract/language'
import { type Sentence, say, sentence } from '#platform/say'

/** A count with its reason, in a language; a reason that quotes the archive stays as it is. */
export function reasonIn<T extends { reason: string }>(language: Language, counted: T): T {
  const known = REASONS.get(counted.reason)
  return known === undefined ? counted : { ...counted, reason: say(language, known) }
}

const FILES: readonly Sentence[] = [
  sentence('attached file'),
  sentence('attached file that is too large'),
  sentence('attached file whose bytes are damaged'),
  sentence('attachment not brought in'),
  sentence('encrypted file'),
  sentence('file packed in an unknown way'),
  sentence('file that is too large'),
  sentence('file that no message names'),
  sentence('file that unpacks to far more than it holds'),
  sentence('file with an unsafe name'),
  sentence('file with damaged bytes'),
  sentence('file without messages'),
  sentence('link to another file'),
  sentence('not a mail file'),
]

const MESSAGES: readonly Sentence[] = [
  sentence('author who is not introduced'),
  sentence('body could not be read'),
  sentence('direct message that names no members'),
  sentence('duplicate of an earlier mail'),
  sentence('earlier version of a message'),
  sentence('element that is cut off'),
  sentence('element that is no message'),
  sentence('element that is no readable JSON'),
  sentence('element that is too long'),
  sentence('for yet another reason'),
  sentence('its thread is not here'),
  sentence('layout of an attachment'),
  sentence('layout of blocks'),
  sentence('letters that are not UTF-8'),
  sentence('line of an unknown type'),
  sentence('line that is no readable JSON'),
  sentence('line that is too long'),
  sentence('line too long, passed over'),
  sentence('long message that was cut'),
  sentence('mail too large, its end passed over'),
  sentence('message without a readable time'),
  sentence('message without words'),
  sentence('no date that can be true'),
  sentence('no sender'),
  sentence('pinned message for which its space has no room'),
  sentence('pinned reply'),
  sentence('preview of a link'),
  sentence('quoted text too long, its end cut'),
  sentence('reaction without counterpart'),
  sentence('repeats an earlier message'),
  sentence('reply whose first message is missing'),
  sentence('second reaction of the same kind'),
  sentence('space that is not introduced'),
  sentence('text outside of any mail'),
  sentence('text too long, its end cut'),
  sentence('too many recipients, some left out'),
]

const SPACES_AND_PEOPLE: readonly Sentence[] = [
  sentence('archived channel, which takes new words here'),
  sentence('channel that no line names'),
  sentence('channel that no list names'),
  sentence('channel without a name'),
  sentence('channel without an id'),
  sentence('direct channel without members'),
  sentence('person without an id'),
  sentence('team without a name'),
  sentence('user without a name'),
]

const ROWS: readonly Sentence[] = [
  sentence('address shared'),
  sentence('address taken'),
  sentence('address unreadable'),
  sentence('columns ignored'),
  sentence('duplicate reference'),
  sentence('encoding guessed'),
  sentence('language unknown'),
  sentence('manager ambiguous'),
  sentence('manager dangling'),
  sentence('manager is oneself'),
  sentence('manager without zeros'),
  sentence('nobody in post'),
  sentence('nobody named'),
  sentence('repeated row'),
  sentence('rows that name nobody or repeat'),
  sentence('status unknown'),
  sentence('stays inactive'),
  sentence('text cut'),
  sentence('time zone unknown'),
]

const STAYED: readonly Sentence[] = [
  sentence('another archive knows them'),
  sentence('confirmed or split since'),
  sentence('somebody changed words in their thread'),
  sentence('somebody is in it, or its words stay'),
  sentence('somebody replied in their thread'),
  sentence('they go with words that stay'),
  sentence('they were let in, or something of theirs or about them stays'),
]

const REASONS = new Map(
  [FILES, MESSAGES, SPACES_AND_PEOPLE, ROWS, STAYED].flat().map((each) => [each.message, each]),
)
