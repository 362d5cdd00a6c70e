import { moderation } from '#contract/moderation'
import { on, type Route } from '#platform/gate'
import { appeal } from './appeal.ts'
import { blockPerson } from './block-person.ts'
import { countCases } from './count-cases.ts'
import { dismissAppeal } from './dismiss-appeal.ts'
import { getLedger } from './get-ledger.ts'
import { getModeration } from './get-moderation.ts'
import { hideWords } from './hide-words.ts'
import { letStand } from './let-stand.ts'
import { listActs } from './list-acts.ts'
import { listCases } from './list-cases.ts'
import { listOwnCases } from './list-own-cases.ts'
import { listSilenced } from './list-silenced.ts'
import { listWatched } from './list-watched.ts'
import { lockThread } from './lock-thread.ts'
import { markCasesHeard } from './mark-cases-heard.ts'
import { moveThread } from './move-thread.ts'
import { mutePerson } from './mute-person.ts'
import { planMove } from './plan-move.ts'
import { reopenCase } from './reopen-case.ts'
import { reportWords } from './report-words.ts'
import { restoreHidden } from './restore-hidden.ts'
import { unblockPerson } from './unblock-person.ts'
import { unlockThread } from './unlock-thread.ts'
import { unmutePerson } from './unmute-person.ts'
import { unwatchPhrase } from './unwatch-phrase.ts'
import { watchPhrase } from './watch-phrase.ts'
import { withdrawAppeal } from './withdraw-appeal.ts'
import { withdrawReport } from './withdraw-report.ts'

export const moderationRoutes: Route[] = [
  on(moderation.getModeration, getModeration),
  on(moderation.reportWords, reportWords),
  on(moderation.withdrawReport, withdrawReport),
  on(moderation.listCases, listCases),
  on(moderation.countCases, countCases),
  on(moderation.listOwnCases, listOwnCases),
  on(moderation.markCasesHeard, markCasesHeard),
  on(moderation.hideWords, hideWords),
  on(moderation.restoreHidden, restoreHidden),
  on(moderation.letStand, letStand),
  on(moderation.dismissAppeal, dismissAppeal),
  on(moderation.reopenCase, reopenCase),
  on(moderation.appeal, appeal),
  on(moderation.withdrawAppeal, withdrawAppeal),
  on(moderation.lockThread, lockThread),
  on(moderation.unlockThread, unlockThread),
  on(moderation.planMove, planMove),
  on(moderation.moveThread, moveThread),
  on(moderation.getLedger, getLedger),
  on(moderation.listActs, listActs),
  on(moderation.listWatched, listWatched),
  on(moderation.watchPhrase, watchPhrase),
  on(moderation.unwatchPhrase, unwatchPhrase),
  on(moderation.listSilenced, listSilenced),
  on(moderation.mutePerson, mutePerson),
  on(moderation.unmutePerson, unmutePerson),
  on(moderation.blockPerson, blockPerson),
  on(moderation.unblockPerson, unblockPerson),
]
