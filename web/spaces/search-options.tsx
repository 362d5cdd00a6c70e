// What the search box offers, part by part. Each offer is pressed by a finger, a mouse or the keys of the box.
import { useNavigate } from '@tanstack/react-router'
import { Clock3, DoorOpen, Hash, MessageSquareText, SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Answer } from '#browser/client'
import { say, sayAs } from '#browser/say'
import { Avatar } from '#ui/avatar'
import { Marked } from './marked.tsx'
import { begun, OPERATORS, replaceEnd, written } from './operators.ts'
import styles from './search-field.module.css'
import type { useCompletions } from './use-look-up.ts'

export type Option = {
  key: string
  shown: ReactNode
  act: () => void
  /** What Tab makes of what is typed. */
  completes?: string
}
export type Part = { title: string; options: Option[] }

type Asked = {
  typed: string
  found: Answer<'spaces', 'lookUp'> | undefined
  completions: ReturnType<typeof useCompletions>
  recent: readonly string[]
  /** Called when an offer leads away. */
  onGone: () => void
  onType: (typed: string) => void
  onSearch: (query: string) => void
}

/** The parts of the list that have anything to offer. */
export function useParts(asked: Asked): Part[] {
  const found = useFoundParts(asked)
  const parts = asked.typed.trim() === '' ? startParts(asked) : [...completionParts(asked), ...found]
  return parts.filter(({ options }) => options.length > 0)
}

const iconWords = { size: 18, strokeWidth: 1.75, 'aria-hidden': 'true' } as const

function startParts({ recent, onType, onSearch }: Asked): Part[] {
  return [
    {
      title: say('You searched for'),
      options: recent.map((query) => ({
        key: `recent ${query}`,
        shown: <Line icon={<Clock3 {...iconWords} />} name={query} />,
        act: () => onSearch(query),
      })),
    },
    {
      title: say('Narrow it down'),
      options: OPERATORS.map(({ name, hint, example }) => ({
        key: `operator ${name}`,
        shown: (
          <Line
            icon={<SlidersHorizontal {...iconWords} />}
            name={`${name}:`}
            under={say('{hint}, as in {example}', { hint, example })}
          />
        ),
        act: () => onType(`${name}:`),
      })),
    },
  ]
}

function completionParts({ typed, completions, onType }: Asked): Part[] {
  const complete = (completed: string, name: string, under?: string): Option => ({
    key: `completion ${completed}`,
    shown: <Line icon={<SlidersHorizontal {...iconWords} />} name={name} under={under} />,
    act: () => onType(completed),
    completes: completed,
  })
  if (completions !== undefined) {
    const { name, start, values } = completions
    const options = values.map((value) =>
      complete(`${replaceEnd(typed, start, written(name, value))} `, value),
    )
    return [{ title: `${name}:`, options }]
  }
  const start = typed.search(/\S+$/)
  const options = begun(typed).map(({ name, hint, example }) =>
    complete(
      replaceEnd(typed, start, `${name}:`),
      `${name}:`,
      say('{hint}, as in {example}', { hint, example }),
    ),
  )
  return [{ title: say('Narrow it down'), options }]
}

function useFoundParts({ found, onGone }: Asked): Part[] {
  const navigate = useNavigate()
  const go = (lead: () => Promise<void>) => () => {
    onGone()
    void lead()
  }
  if (found === undefined) return []
  return [
    {
      title: say('People'),
      options: found.people.map((person) => ({
        key: person.id,
        shown: (
          <Line
            icon={<Avatar person={person} />}
            name={person.name}
            under={[person.title, person.unit].filter(Boolean).join(' · ')}
          />
        ),
        act: go(() => navigate({ to: '/people/$id', params: { id: person.id } })),
      })),
    },
    {
      title: say('Spaces'),
      options: found.spaces.map((space) => ({
        key: space.id,
        shown: <Line icon={<DoorOpen {...iconWords} />} name={space.name} />,
        act: go(() => navigate({ to: '/spaces/$id', params: { id: space.id } })),
      })),
    },
    {
      title: say('Topics'),
      options: found.topics.map(({ topic }) => ({
        key: `topic ${topic}`,
        shown: <Line icon={<Hash {...iconWords} />} name={`#${topic}`} />,
        act: go(() => navigate({ to: '/topics/$topic', params: { topic } })),
      })),
    },
    {
      title: sayAs('heading over the posts and replies that were found', 'Said'),
      options: found.posts.map(({ saidId, postId, replyId, title, excerpt, author, space }) => ({
        key: saidId,
        shown: (
          <Line
            icon={<MessageSquareText {...iconWords} />}
            name={<Marked text={title === null || replyId !== null ? excerpt : title} />}
            under={say('{author} in {space}', { author: author.name, space: space.name })}
            isSaid
          />
        ),
        act:
          replyId === null
            ? go(() => navigate({ to: '/threads/$postId', params: { postId } }))
            : go(() => navigate({ to: '/threads/$postId/$replyId', params: { postId, replyId } })),
      })),
    },
  ]
}

type LineProps = { icon: ReactNode; name: ReactNode; under?: string | undefined; isSaid?: boolean }

function Line({ icon, name, under, isSaid = false }: LineProps) {
  return (
    <>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.line}>
        <span className={isSaid ? styles.said : styles.name}>{name}</span>
        {under !== undefined && under !== '' && <small>{under}</small>}
      </span>
    </>
  )
}
