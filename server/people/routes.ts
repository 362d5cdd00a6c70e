import { people } from '#contract/people'
import { on, type Route } from '#platform/gate'
import { addPerson } from './add-person.ts'
import { changeRoles } from './change-roles.ts'
import { deactivatePerson } from './deactivate-person.ts'
import { getLine } from './get-line.ts'
import { getPath } from './get-path.ts'
import { getPerson } from './get-person.ts'
import { getReportingTree } from './get-reporting-tree.ts'
import { listGroup } from './list-group.ts'
import { listGroups } from './list-groups.ts'
import { listManagersBelow } from './list-managers-below.ts'
import { listPeople } from './list-people.ts'
import { listReports } from './list-reports.ts'
import { updateProfile } from './update-profile.ts'

export const peopleRoutes: Route[] = [
  on(people.listPeople, listPeople),
  on(people.getPerson, getPerson),
  on(people.listReports, listReports),
  on(people.getReportingTree, getReportingTree),
  on(people.getLine, getLine),
  on(people.listManagersBelow, listManagersBelow),
  on(people.listGroups, listGroups),
  on(people.listGroup, listGroup),
  on(people.getPath, getPath),
  on(people.updateProfile, updateProfile),
  on(people.addPerson, addPerson),
  on(people.changeRoles, changeRoles),
  on(people.deactivatePerson, deactivatePerson),
]
