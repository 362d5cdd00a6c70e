// Where administration meets people and archives.
import { AdministrationPage } from '../import/administration-page.tsx'
import { AddPerson } from '../people/add-person.tsx'

export function AdministrationRoute() {
  return <AdministrationPage addPerson={<AddPerson />} />
}
