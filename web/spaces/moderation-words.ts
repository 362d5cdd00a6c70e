// What became of reported words, and what moderators did, in words.
import type { CaseState, LedgerLine, ModerationAct, OwnCase } from '#contract/judged'

const REPORTED: Record<CaseState, string> = {
  open: 'You reported this. Nobody has decided yet.',
  hidden: 'You reported this, and it was hidden.',
  appealed: 'You reported this, and it was hidden. Its author asked for another look.',
  dismissed: 'You reported this, and it was hidden.',
  kept: 'You reported this. It was decided that it stays.',
  restored: 'You reported this. It was hidden, and put back since.',
}

const YOURS: Record<CaseState, string> = {
  open: 'Words of yours wait to be looked at.',
  hidden: 'Words of yours are hidden.',
  appealed: 'Words of yours are hidden. You asked for another look.',
  dismissed: 'Words of yours stay hidden. Somebody looked at them again.',
  kept: 'It was decided that words of yours stay.',
  restored: 'Words of yours were hidden and are back.',
}

/** What came of a report of one's own, or of one's own words. */
export function outcomeOf({ as, state }: OwnCase): string {
  return (as === 'reporter' ? REPORTED : YOURS)[state]
}

export const STATES: Record<CaseState, string> = {
  open: 'Waits',
  hidden: 'Hidden',
  appealed: 'Its author asks for another look',
  dismissed: 'Stays hidden after another look',
  kept: 'Stays',
  restored: 'Put back',
}

const ACTS: Record<ModerationAct['act'], string> = {
  watched: 'found watched words in something',
  hidden: 'hid something',
  kept: 'let something stand',
  restored: 'put back something',
  reopened: 'took back a decision on something',
  appealed: 'asked for another look at something',
  'appeal-taken-back': 'no longer asks for another look',
  'appeal-upheld': 'put back, after another look, something',
  'appeal-dismissed': 'left hidden, after another look, something',
  locked: 'locked a thread',
  unlocked: 'unlocked a thread',
  moved: 'moved a thread',
  'phrase-added': 'watches for a phrase',
  'phrase-removed': 'no longer watches for a phrase',
}

/** An act in a sentence without a full stop: `Marta Wójcik hid something of Tomasz Okafor`. */
export function actWords({ act, by, about }: ModerationAct): string {
  const whose = about === null || about.id === by?.id ? '' : ` of ${about.name}`
  return `${by?.name ?? 'The watch'} ${ACTS[act]}${whose}`
}

export const LEDGER_WORDS: Record<LedgerLine['what'], string> = {
  reported: 'Reports',
  hidden: 'Hidden',
  restored: 'Put back',
  'appeal-upheld': 'Appeals upheld',
  'appeal-dismissed': 'Appeals dismissed',
  locked: 'Threads locked',
  moved: 'Threads moved',
}
