// What became of reported words, and what moderators did, in words.
import { say, sayAs } from '#browser/say'
import type { CaseState, LedgerLine, ModerationAct, OwnCase } from '#contract/judged'

const REPORTED: Record<CaseState, string> = {
  open: say('You reported this. Nobody has decided yet.'),
  hidden: say('You reported this, and it was hidden.'),
  appealed: say('You reported this, and it was hidden. Its author asked for another look.'),
  dismissed: say('You reported this, and it was hidden.'),
  kept: say('You reported this. It was decided that it stays.'),
  restored: say('You reported this. It was hidden, and put back since.'),
}

const YOURS: Record<CaseState, string> = {
  open: say('Words of yours wait to be looked at.'),
  hidden: say('Words of yours are hidden.'),
  appealed: say('Words of yours are hidden. You asked for another look.'),
  dismissed: say('Words of yours stay hidden. Somebody looked at them again.'),
  kept: say('It was decided that words of yours stay.'),
  restored: say('Words of yours were hidden and are back.'),
}

/** What came of a report of one's own, or of one's own words. */
export function outcomeOf({ as, state }: OwnCase): string {
  return (as === 'reporter' ? REPORTED : YOURS)[state]
}

export const STATES: Record<CaseState, string> = {
  open: sayAs('a case', 'Waits'),
  hidden: sayAs('a case', 'Hidden'),
  appealed: say('Its author asks for another look'),
  dismissed: say('Stays hidden after another look'),
  kept: sayAs('a case', 'Stays'),
  restored: sayAs('a case', 'Put back'),
}

type Parties = { who: string; of: 'nobody' | 'somebody'; whom: string }

const ACTS: Record<ModerationAct['act'], (parties: Parties) => string> = {
  watched: (parties) =>
    say(
      '{of, select, nobody {{who} found watched words in something} other {{who} found watched words in something of {whom}}}',
      parties,
    ),
  hidden: (parties) =>
    say('{of, select, nobody {{who} hid something} other {{who} hid something of {whom}}}', parties),
  kept: (parties) =>
    say(
      '{of, select, nobody {{who} let something stand} other {{who} let something stand of {whom}}}',
      parties,
    ),
  restored: (parties) =>
    say(
      '{of, select, nobody {{who} put back something} other {{who} put back something of {whom}}}',
      parties,
    ),
  reopened: (parties) =>
    say(
      '{of, select, nobody {{who} took back a decision on something} other {{who} took back a decision on something of {whom}}}',
      parties,
    ),
  appealed: (parties) =>
    say(
      '{of, select, nobody {{who} asked for another look at something} other {{who} asked for another look at something of {whom}}}',
      parties,
    ),
  'appeal-taken-back': (parties) =>
    say(
      '{of, select, nobody {{who} no longer asks for another look} other {{who} no longer asks for another look of {whom}}}',
      parties,
    ),
  'appeal-upheld': (parties) =>
    say(
      '{of, select, nobody {{who} put back, after another look, something} other {{who} put back, after another look, something of {whom}}}',
      parties,
    ),
  'appeal-dismissed': (parties) =>
    say(
      '{of, select, nobody {{who} left hidden, after another look, something} other {{who} left hidden, after another look, something of {whom}}}',
      parties,
    ),
  locked: (parties) =>
    say('{of, select, nobody {{who} locked a thread} other {{who} locked a thread of {whom}}}', parties),
  unlocked: (parties) =>
    say('{of, select, nobody {{who} unlocked a thread} other {{who} unlocked a thread of {whom}}}', parties),
  moved: (parties) =>
    say('{of, select, nobody {{who} moved a thread} other {{who} moved a thread of {whom}}}', parties),
  'phrase-added': ({ who }) => say('{who} watches for a phrase', { who }),
  'phrase-removed': ({ who }) => say('{who} no longer watches for a phrase', { who }),
}

/** An act in a sentence without a full stop: `Marta Wójcik hid something of Tomasz Okafor`. */
export function actWords({ act, by, about }: ModerationAct): string {
  const isOfOther = about !== null && about.id !== by?.id
  return ACTS[act]({
    who: by?.name ?? say('The watch'),
    of: isOfOther ? 'somebody' : 'nobody',
    whom: about?.name ?? '',
  })
}

export const LEDGER_WORDS: Record<LedgerLine['what'], string> = {
  reported: sayAs('how many in a month', 'Reports'),
  hidden: sayAs('how many in a month', 'Hidden'),
  restored: sayAs('how many in a month', 'Put back'),
  'appeal-upheld': sayAs('how many in a month', 'Appeals upheld'),
  'appeal-dismissed': sayAs('how many in a month', 'Appeals dismissed'),
  locked: sayAs('how many in a month', 'Threads locked'),
  moved: sayAs('how many in a month', 'Threads moved'),
}
