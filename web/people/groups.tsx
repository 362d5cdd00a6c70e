// The network counted by unit or by site, and the people of one with whom they report to.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '#browser/client'
import { say, sayWith } from '#browser/say'
import type { GroupBy, GroupMember, PeopleGroup } from '#contract/people'
import { Spoken } from '#ui/spoken'
import styles from './groups.module.css'
import { Paged } from './paged.tsx'
import { PersonRow } from './person-row.tsx'
import type { TreeAddress } from './tree-address.ts'

const AT_ONCE = 50
const WORDS: Record<GroupBy, { title: string; none: string; nobody: string; every: string }> = {
  unit: {
    title: say('The network by unit'),
    none: say('Without a unit'),
    nobody: say('Nobody has said their unit yet.'),
    every: say('Every unit'),
  },
  location: {
    title: say('The network by site'),
    none: say('Without a site'),
    nobody: say('Nobody has said their site yet.'),
    every: say('Every site'),
  },
}

type GroupAddress = TreeAddress & { by: GroupBy }

export function Groups({ address }: { address: GroupAddress }) {
  const isOne = address.group !== undefined || address.none === 'yes'
  // Another unit is another list: its key says so, or its pages would follow those of the one before.
  return isOne ? <Group address={address} key={address.group ?? ''} /> : <AllGroups address={address} />
}

function AllGroups({ address }: { address: GroupAddress }) {
  const { by } = address
  const pages = useInfiniteQuery({
    queryKey: ['people', 'list-groups', { by }],
    queryFn: ({ pageParam }) =>
      call('people', 'listGroups', { by, limit: AT_ONCE, ...(pageParam !== '' && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const groups = pages.data?.pages.flatMap((page) => page.items) ?? []
  const largest = Math.max(...groups.map(({ peopleCount }) => peopleCount), 1)
  return (
    <Paged pages={pages} isEmpty={groups.length === 0} sentence={WORDS[by].nobody}>
      <ul className={styles.groups} aria-label={WORDS[by].title}>
        {groups.map((group) => (
          <li key={group.name ?? ''}>
            <GroupLink group={group} address={address} share={group.peopleCount / largest} />
          </li>
        ))}
      </ul>
    </Paged>
  )
}

/** @param props.share how long the bar is, 1 for the largest group */
function GroupLink(props: { group: PeopleGroup; address: GroupAddress; share: number }) {
  const { group, address, share } = props
  const { name, peopleCount } = group
  return (
    <Link
      to="/people/tree"
      search={{ ...address, ...(name === null ? { none: 'yes' as const } : { group: name }) }}
      className={styles.group}
    >
      <span className={styles.name}>{name ?? WORDS[address.by].none}</span>
      <span className={styles.count}>
        {say('{count, plural, one {# person} other {# people}}', { count: peopleCount })}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </Link>
  )
}

function Group({ address }: { address: GroupAddress }) {
  const { by, group } = address
  const pages = useInfiniteQuery({
    queryKey: ['people', 'list-group', { by, group }],
    queryFn: ({ pageParam }) =>
      call('people', 'listGroup', {
        ...{ by, limit: AT_ONCE, ...(group !== undefined && { name: group }) },
        ...(pageParam !== '' && { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const members = pages.data?.pages.flatMap((page) => page.items) ?? []
  const name = group ?? WORDS[by].none
  return (
    <section className={styles.one} aria-labelledby="group-name">
      <Link
        to="/people/tree"
        activeOptions={{ exact: true, explicitUndefined: true }}
        search={{ ...address, group: undefined, none: undefined }}
        className={styles.back}
      >
        {WORDS[by].every}
      </Link>
      <h2 id="group-name">{name}</h2>
      <Paged pages={pages} isEmpty={members.length === 0} sentence={say('Nobody is in “{name}”.', { name })}>
        <ul className={styles.people} aria-label={say('People of {name}', { name })}>
          {members.map((member) => (
            <li key={member.person.id}>
              <PersonRow person={member.person} />
              <Above member={member} by={by} />
            </li>
          ))}
        </ul>
      </Paged>
    </section>
  )
}

/** Whom somebody reports to, and quietly from where when it is from elsewhere. */
function Above({ member: { person, manager }, by }: { member: GroupMember; by: GroupBy }) {
  const place = manager === null || manager[by] === person[by] ? null : manager[by]
  return (
    <p className={styles.above}>
      {aboveOf({ manager, place })} ·{' '}
      <Link to="/people/tree" search={{ person: person.id }}>
        {sayWith('in the tree <spoken>with {name}</spoken>', {
          name: person.name,
          spoken: (words) => <Spoken>{words}</Spoken>,
        })}
      </Link>
    </p>
  )
}

function aboveOf({ manager, place }: Pick<GroupMember, 'manager'> & { place: string | null }): string {
  if (manager === null) return say('Reports to nobody')
  const { name } = manager
  return place === null
    ? say('Reports to {name}', { name })
    : say('Reports to {name} in {place}', { name, place })
}
