import { records } from '#contract/records'
import { onDownload } from '#platform/byte-routes'
import { on, type Route } from '#platform/gate'
import { askForOwnData } from './ask-for-own-data.ts'
import { dropOwnData } from './drop-own-data.ts'
import { getLeaving } from './get-leaving.ts'
import { getOwnData } from './get-own-data.ts'
import { leaveNetwork } from './leave-network.ts'
import { listLeavers } from './list-leavers.ts'
import { listOwnData } from './list-own-data.ts'
import type { OwnDataShelf } from './own-data-shelf.ts'
import { removePerson } from './remove-person.ts'
import { undoLeaving } from './undo-leaving.ts'

export function recordsRoutes(shelf: OwnDataShelf): Route[] {
  return [
    on(records.askForOwnData, askForOwnData),
    on(records.listOwnData, listOwnData),
    onDownload(records.getOwnData, getOwnData(shelf)),
    on(records.dropOwnData, dropOwnData),
    on(records.getLeaving, getLeaving),
    on(records.leaveNetwork, leaveNetwork),
    on(records.removePerson, removePerson),
    on(records.listLeavers, listLeavers),
    on(records.undoLeaving, undoLeaving),
  ]
}
