// The groups that can be mentioned, and making one.
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { Field } from '#ui/field'
import { PageTitle } from '#ui/page-title'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import form from './form.module.css'
import rows from './space-row.module.css'
import { membersOf } from './space-words.ts'
import list from './spaces-page.module.css'
import { useGroups, useMakeGroup } from './use-groups.ts'

export function GroupsPage() {
  const groups = useGroups()
  const items = groups.data?.pages.flatMap((each) => each.items) ?? []
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('Groups to mention')}</PageTitle>
        <p className={page.under}>
          {say('A few people under one name. Whoever mentions it tells each of them.')}
        </p>
      </header>
      {groups.data?.pages[0]?.may.make && <MakeGroup />}
      {groups.data === undefined && groups.error === null && <Skeleton lines={6} />}
      {groups.data === undefined && groups.error !== null && (
        <Trouble problem={groups.error} onRetry={groups.refetch} />
      )}
      {groups.data !== undefined && items.length === 0 && (
        <EmptyState sentence={say('No group was made yet. Stewards and keepers of a space make them.')} />
      )}
      {items.length > 0 && (
        <ul className={list.list}>
          {items.map(({ id, name, memberCount }) => (
            <li key={id} className={rows.row}>
              <div className={rows.text}>
                <Link to="/groups/$groupId" params={{ groupId: id }} className={rows.name}>
                  {name}
                </Link>
                <p className={rows.facts}>{membersOf(memberCount)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <ShowMore of={groups} />
    </div>
  )
}

function MakeGroup() {
  const [name, setName] = useState('')
  const make = useMakeGroup()
  const navigate = useNavigate()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // The sentence stands under the name; nothing typed is lost.
    const group = await make.mutateAsync(name).catch(() => undefined)
    if (group !== undefined) navigate({ to: '/groups/$groupId', params: { groupId: group.id } })
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <Field
        label={say('Name of another group')}
        required
        maxLength={60}
        value={name}
        onChange={({ target }) => setName(target.value)}
        {...(make.error && { error: sentenceOf(make.error) })}
      />
      <div>
        <Button kind="go" type="submit" disabled={make.isPending}>
          {say('Make the group')}
        </Button>
      </div>
    </form>
  )
}
