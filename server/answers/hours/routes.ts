import { officeHours } from '#contract/office-hours'
import { onDownload } from '#platform/byte-routes'
import { on, type Route } from '#platform/gate'
import { answerInHours } from './answer-in-hours.ts'
import { askInHours } from './ask-in-hours.ts'
import { callUpQuestion } from './call-up-question.ts'
import { cancelOfficeHours } from './cancel-office-hours.ts'
import { endOfficeHours } from './end-office-hours.ts'
import { getHoursFile } from './get-hours-file.ts'
import { getOfficeHours } from './get-office-hours.ts'
import { listHosts } from './list-hosts.ts'
import { listOfficeHours } from './list-office-hours.ts'
import { moveOfficeHours } from './move-office-hours.ts'
import { offerOfficeHours } from './offer-office-hours.ts'
import { setAsideQuestion } from './set-aside-question.ts'
import { skipQuestion } from './skip-question.ts'
import { takeBackHoursVote } from './take-back-hours-vote.ts'
import { takeBackSetAside } from './take-back-set-aside.ts'
import { voteInHours } from './vote-in-hours.ts'

export function hoursRoutes(settings: { baseUrl: string }): Route[] {
  return [
    on(officeHours.listOfficeHours, listOfficeHours),
    on(officeHours.getOfficeHours, getOfficeHours),
    on(officeHours.listHosts, listHosts),
    on(officeHours.offerOfficeHours, offerOfficeHours),
    on(officeHours.moveOfficeHours, moveOfficeHours),
    on(officeHours.cancelOfficeHours, cancelOfficeHours),
    on(officeHours.endOfficeHours, endOfficeHours),
    on(officeHours.askInHours, askInHours),
    on(officeHours.voteInHours, voteInHours),
    on(officeHours.takeBackHoursVote, takeBackHoursVote),
    on(officeHours.callUpQuestion, callUpQuestion),
    on(officeHours.answerInHours, answerInHours),
    on(officeHours.skipQuestion, skipQuestion),
    on(officeHours.setAsideQuestion, setAsideQuestion),
    on(officeHours.takeBackSetAside, takeBackSetAside),
    onDownload(officeHours.getHoursFile, getHoursFile(settings)),
  ]
}
