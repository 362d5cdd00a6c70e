// What the buttons behind the links of a brief by mail do.
import { BriefId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { Refusal } from '#platform/refusal'
import { type Sentence, sentence } from '#platform/say'
import { type LinkAct, viewerOf } from '#rooms/mail'
import { finishCard } from '../finish-card.ts'
import { readPreference, writePreference } from '../preference.ts'
import { reopenCard } from '../reopen-card.ts'
import { BUTTONS, type ButtonAction } from './card-ways.ts'
import { forgetDue } from './due.ts'
import { FINISH_CARD, REOPEN_CARD, STOP_LETTERS } from './names-of-acts.ts'

type Facts = Readonly<Record<string, unknown>>
type Asked = { sentence: Sentence; button: Sentence; done: Sentence }

const ASKED: Readonly<Record<ButtonAction, Asked>> = {
  'still-true': {
    sentence: sentence('Say that the answer of this card is still true.'),
    button: sentence('Still true'),
    done: sentence('The answer is believed for half a year more.'),
  },
  thank: {
    sentence: sentence('Say thank you for what this card of your brief shows.'),
    button: sentence('Thank'),
    done: sentence('Your thanks are there.'),
  },
  save: {
    sentence: sentence('Save what this card of your brief shows, for you alone.'),
    button: sentence('Save'),
    done: sentence('Saved.'),
  },
  later: {
    sentence: sentence('Put this card off until tomorrow’s brief.'),
    button: sentence('Later'),
    done: sentence('It comes back tomorrow.'),
  },
  'not-for-me': {
    sentence: sentence('Say that this card is not for you. It does not come back.'),
    button: sentence('Not for me'),
    done: sentence('It does not come back.'),
  },
}

/** Which card is meant; the facts were noted when the letter was written. */
export function cardIn(facts: Facts): { briefId: BriefId; cardKey: string } {
  return { briefId: BriefId.parse(facts.briefId), cardKey: String(facts.cardKey) }
}

function actionIn({ action }: Facts): ButtonAction {
  const known = BUTTONS.find((each) => each === action)
  if (known === undefined) throw new Error(`no button of a letter does ${String(action)}`)
  return known
}

const finishCardAct: LinkAct = {
  name: FINISH_CARD,
  describe: (facts) => {
    const { sentence: asked, button } = ASKED[actionIn(facts)]
    return { sentence: asked, button, leadsTo: '/brief' }
  },
  run: async (work) => {
    const action = actionIn(work.facts)
    const ctx = await ctxOf(work)
    try {
      await finishCard(ctx, { ...cardIn(work.facts), action })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'card-done') throw error
      return sentence('This card was done already, so nothing was done again.')
    }
    return ASKED[action].done
  },
}

const reopenCardAct: LinkAct = {
  name: REOPEN_CARD,
  describe: () => ({
    sentence: sentence(
      'Take back what you answered by mail: the reply is deleted, and the card waits again.',
    ),
    button: sentence('Take it back'),
    leadsTo: '/brief',
  }),
  run: async (work) => {
    await reopenCard(await ctxOf(work), cardIn(work.facts))
    return sentence('It is taken back, and the card waits again.')
  },
}

const stopLettersAct: LinkAct = {
  name: STOP_LETTERS,
  describe: () => ({
    sentence: sentence(
      'Your brief comes to you by mail no more. It waits for you in Foyer at the same time.',
    ),
    button: sentence('No more of these letters'),
    leadsTo: '/brief/settings',
  }),
  run: async ({ db, personId }) => {
    const preference = await readPreference(db, personId)
    await writePreference(db, personId, {
      ...preference,
      settings: { ...preference.settings, channel: 'web' },
    })
    await forgetDue(db, personId)
    return sentence('Your brief comes by mail no more. You can change that in its settings at any time.')
  },
}

/** With the rights that they have when they press, not those when the letter was written. */
async function ctxOf({ db, now, personId, emit }: Parameters<LinkAct['run']>[0]): Promise<Ctx> {
  return { db, now, emit, viewer: await viewerOf(db, personId) }
}

export const briefLinkActs: readonly LinkAct[] = [finishCardAct, reopenCardAct, stopLettersAct]
