// A group that can be mentioned: who is in it, and, for those who may, changing that.
import { Link, useNavigate } from '@tanstack/react-router'
import { sentenceOf } from '#browser/problem'
import type { GroupId, OpenGroup } from '#contract/named-groups'
import type { PersonId } from '#contract/ref'
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
import { membersOf } from './space-words.ts'
import list from './spaces-page.module.css'
import { useChangeGroup, useGroup, useRemoveGroup } from './use-groups.ts'

const MEMBERS_MAX = 50

type GroupPageProps = { id: GroupId; parts: Pick<SpacesParts, 'PersonPicker'> }

export function GroupPage({ id, parts }: GroupPageProps) {
  const { data: group, error, refetch } = useGroup(id)
  return (
    <div className={page.page}>
      {group !== undefined && <Group group={group} parts={parts} />}
      {group === undefined && <PageTitle>Group</PageTitle>}
      {group === undefined && error === null && <Skeleton lines={6} />}
      {group === undefined && error !== null && <Trouble problem={error} onRetry={refetch} />}
    </div>
  )
}

function Group({ group, parts: { PersonPicker } }: { group: OpenGroup } & Pick<GroupPageProps, 'parts'>) {
  const { put, remove } = useActs(group)
  const ids = group.members.map(({ id }) => id)
  return (
    <>
      <header className={page.top}>
        <div>
          <PageTitle>{group.name}</PageTitle>
          <p className={page.under}>
            {membersOf(group.memberCount)}. Write @ and the name to tell each of them who may read what you
            say. Made by {group.madeBy.name}.
          </p>
        </div>
        <div className={page.row}>
          <Link to="/groups">All groups</Link>
          {group.may.edit && (
            <Button kind="quiet" onClick={remove}>
              Remove the group
            </Button>
          )}
        </div>
      </header>
      {group.may.edit && ids.length < MEMBERS_MAX && (
        <PersonPicker
          // Begins anew with everybody who came in.
          key={ids.length}
          label="Add somebody"
          onPick={(person) => put([...ids, person.id], `${person.name} is in ${group.name} now.`)}
        />
      )}
      {group.members.length > 0 && (
        <ul className={list.list} aria-label={`Members of ${group.name}`}>
          {group.members.map((person) => (
            <li key={person.id} className={rows.row}>
              <Avatar person={person} />
              <div className={rows.text}>
                <PersonName person={person} />
                <p className={rows.facts}>{[person.title, person.unit].filter(Boolean).join(' · ')}</p>
              </div>
              {group.may.edit && (
                <Button
                  onClick={() => {
                    const others = ids.filter((each) => each !== person.id)
                    put(others, `${person.name} is in ${group.name} no more.`, ids)
                  }}
                  aria-label={`Take out ${person.name}`}
                >
                  Take out
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function useActs({ id: groupId, name }: OpenGroup) {
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
  const remove = () =>
    removal.mutate(groupId, {
      onSuccess: () => {
        toast({ sentence: `${name} is no group any more.` })
        void navigate({ to: '/groups' })
      },
      onError,
    })
  return { put, remove }
}
