// Where groups that can be mentioned meet the picker of people.
import { useParams } from '@tanstack/react-router'
import type { GroupId } from '#contract/named-groups'
import { PersonPicker } from '../people/person-picker.tsx'
import { GroupPage } from '../spaces/group-page.tsx'
import { GroupsPage } from '../spaces/groups-page.tsx'

const parts = { PersonPicker }

export function GroupsRoute() {
  return <GroupsPage />
}

export function GroupRoute() {
  const { groupId } = useParams({ strict: false })
  // The address is text; whether it leads anywhere is for the server to say.
  return <GroupPage key={groupId} id={groupId as GroupId} parts={parts} />
}
