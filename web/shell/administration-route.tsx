// Where administration meets people and archives.
import { AdministrationPage } from '../import/administration-page.tsx'
import { PeopleDesk } from '../people/people-desk.tsx'
import { Leavers } from '../records/leavers.tsx'

export function AdministrationRoute() {
  return <AdministrationPage people={<PeopleDesk />} leavers={<Leavers />} />
}
