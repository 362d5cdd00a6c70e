import { delegates } from '#contract/delegates'
import type { CardSource } from '#platform/cards'
import { on, type Route } from '#platform/gate'
import { bringBack } from './bring-back.ts'
import { endDelegation } from './end-delegation.ts'
import { getPreparationFrom } from './get-preparation.ts'
import { listDelegateActs } from './list-delegate-acts.ts'
import { listDelegates } from './list-delegates.ts'
import { nameDelegate } from './name-delegate.ts'
import { orderCardsFrom } from './order-cards.ts'
import { prepareCardFrom } from './prepare-card.ts'
import { seeAround } from './see-around.ts'
import { takeBackPartFrom } from './take-back-part.ts'

/** @param sources what each room offers to the brief that is prepared */
export function delegateRoutes(sources: readonly CardSource[]): Route[] {
  return [
    on(delegates.listDelegates, listDelegates),
    on(delegates.nameDelegate, nameDelegate),
    on(delegates.endDelegation, endDelegation),
    on(delegates.getPreparation, getPreparationFrom(sources)),
    on(delegates.prepareCard, prepareCardFrom(sources)),
    on(delegates.takeBackPart, takeBackPartFrom(sources)),
    on(delegates.orderCards, orderCardsFrom(sources)),
    on(delegates.bringBack, bringBack),
    on(delegates.listDelegateActs, listDelegateActs),
    on(delegates.seeAround, seeAround),
  ]
}
