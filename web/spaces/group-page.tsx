// A group that can be mentioned: who is in it, and, for those who may, changing that.
import { Link, useNavigate } from '@tanstack/react-router'
import { sentenceOf } from '#browser/problem'
import { say, sayAs } from '#browser/say'
import type { GroupId, OpenGroup } from '#contract/named-groups'
import type { PersonId, PersonRef } from '#contract/ref'
import { Avatar } from '#ui/avatar'
import { Button } from '#ui/button'
import { PageTitle } from '#ui/page-title'
import { PersonName } from '#ui/person-name'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import type { SpacesParts } from './parts.ts'
import rows from './space-row.module.css'
import list from './spaces-page.module.css'
import { useChangeGroup, useGroup, useRemoveGroup } from './use-groups.ts'

const MEMBERS_MAX = 50

type GroupPageProps = { id: GroupId; parts: Pick<SpacesParts, 'PersonPicker'> }

export function GroupPage({ id, parts }: GroupPageProps) {
  const { data: group, error, refetch } = useGroup(id)
  return (
    <div className={page.page}>
      {group !== undefined && <Group group={group} parts={parts} />}
      {group === undefined && <PageTitle>{say('Group')}</PageTitle>}
      {group === undefined && error === null && <Skeleton lines={6} />}
      {group === undefined && error !== null && <Trouble problem={error} onRetry={refetch} />}
    </div>
  )
}

function Group({ group, parts: { PersonPicker } }: { group: OpenGroup } & Pick<GroupPageProps, 'parts'>) {
  const { add, takeOut, remove } = useActs(group)
  return (
    <>
      <header className={page.top}>
        <div>
          <PageTitle>{group.name}</PageTitle>
          <p className={page.under}>
            {say(
              '{count, plural, one {# member} other {# members}}. Write @ and the name to tell each of them who may read what you say. Made by {maker}.',
              { count: group.memberCount, maker: group.madeBy.name },
            )}
          </p>
        </div>
        <div className={page.row}>
          <Link to="/groups">{say('All groups')}</Link>
          {group.may.edit && (
            <Button kind="quiet" onClick={remove}>
              {say('Remove the group')}
            </Button>
          )}
        </div>
      </header>
      {group.may.edit && group.members.length < MEMBERS_MAX && (
        <PersonPicker
          // Begins anew with everybody who came in.
          key={group.members.length}
          label={say('Add somebody')}
          onPick={add}
        />
      )}
      {group.members.length > 0 && <Members group={group} onTakeOut={takeOut} />}
    </>
  )
}

type MembersProps = { group: OpenGroup; onTakeOut: (person: PersonRef) => void }

function Members({ group, onTakeOut }: MembersProps) {
  return (
    <ul className={list.list} aria-label={say('Members of {group}', { group: group.name })}>
      {group.members.map((person) => (
        <li key={person.id} className={rows.row}>
          <Avatar person={person} />
          <div className={rows.text}>
            <PersonName person={person} />
            <p className={rows.facts}>{[person.title, person.unit].filter(Boolean).join(' · ')}</p>
          </div>
          {group.may.edit && (
            <Button
              onClick={() => onTakeOut(person)}
              aria-label={say('Take out {person}', { person: person.name })}
            >
              {sayAs('a person, of a group', 'Take out')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function useActs({ id: groupId, name, members }: OpenGroup) {
  const change = useChangeGroup()
  const removal = useRemoveGroup()
  const navigate = useNavigate()
  const toast = useToast()
  const onError = (error: Error) => toast({ sentence: sentenceOf(error) })
  /** With whom it was before, so that this can be taken back. */
  const put = (personIds: PersonId[], sentence: string, before?: PersonId[]) =>
    change.mutate(
      { groupId, personIds },
      {
        onSuccess: () =>
          toast({
            sentence,
            ...(before && { undo: () => change.mutate({ groupId, personIds: before }, { onError }) }),
          }),
        onError,
      },
    )
  const ids = members.map(({ id }) => id)
  const add = (person: PersonRef) =>
    put([...ids, person.id], say('{person} is in {group} now.', { person: person.name, group: name }))
  const takeOut = (person: PersonRef) => {
    const others = ids.filter((each) => each !== person.id)
    put(others, say('{person} is in {group} no more.', { person: person.name, group: name }), ids)
  }
  const remove = () =>
    removal.mutate(groupId, {
      onSuccess: () => {
        toast({ sentence: say('{group} is no group any more.', { group: name }) })
        void navigate({ to: '/groups' })
      },
      onError,
    })
  return { add, takeOut, remove }
}
