// The part of administration that is about people: adding somebody, and finding whose roles to change.
import { useNavigate } from '@tanstack/react-router'
import { say } from '#browser/say'
import { AddPerson } from './add-person.tsx'
import { PersonPicker } from './person-picker.tsx'

export function PeopleDesk() {
  const navigate = useNavigate()
  return (
    <>
      <AddPerson />
      <p>{say('Roles are changed on a person’s own page, and so is that somebody left.')}</p>
      <PersonPicker
        label={say('Go to a person')}
        onPick={({ id }) => navigate({ to: '/people/$id', params: { id } })}
      />
    </>
  )
}
