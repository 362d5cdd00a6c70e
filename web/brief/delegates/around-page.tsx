// Around something that was brought: its thread, and who spoke there and was not brought.
import { useParams } from '@tanstack/react-router'
import { say } from '#browser/say'
import type { Around } from '#contract/delegates'
import type { PostId } from '#contract/ref'
import { Avatar } from '#ui/avatar'
import { PageTitle } from '#ui/page-title'
import { PersonName } from '#ui/person-name'
import { Skeleton } from '#ui/skeleton'
import { ThreadLink } from '#ui/thread-link'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import page from '../../ui/page.module.css'
import sheets from '../../ui/sheets.module.css'
import { CardWords } from '../card-words.tsx'
import styles from './around-page.module.css'
import { distanceWords, whoSpoke } from './around-words.ts'
import prepared from './prepared.module.css'
import { Prepared } from './prepared.tsx'
import { useAround } from './use-delegates.ts'

export function AroundPage() {
  const { postId } = useParams({ strict: false })
  const { data, error, refetch } = useAround(postId as PostId)
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('See around it')}</PageTitle>
        {data !== undefined && <p className={page.under}>{whoSpoke(data)}</p>}
      </header>
      {data !== undefined && <AroundIt around={data} />}
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data === undefined && error !== null && <Trouble problem={error} onRetry={refetch} />}
    </div>
  )
}

function AroundIt({ around }: { around: Around }) {
  const { original, brought } = around
  const inOriginal = brought.find(({ words }) => words.saidId === original.saidId)
  return (
    <>
      <article className={sheets.item} aria-label={say('Where it began')}>
        <CardWords words={original} />
        {inOriginal?.prepared && <Prepared prepared={inOriginal.prepared} postId={undefined} />}
        <ThreadLink to={original} className={prepared.way}>
          {say('See the whole thread')}
        </ThreadLink>
      </article>
      {brought
        .filter((each) => each !== inOriginal)
        .map((each) => (
          <article key={each.words.saidId} className={sheets.item} aria-label={say('Brought to you')}>
            <CardWords words={each.words} />
            {each.prepared && <Prepared prepared={each.prepared} postId={undefined} />}
          </article>
        ))}
      {around.otherCount > 0 && <Others around={around} />}
    </>
  )
}

function Others({ around: { others, byDistance, byUnit } }: { around: Around }) {
  return (
    <section className={styles.others} aria-labelledby="not-brought">
      <h2 id="not-brought">{say('Not brought to you')}</h2>
      <div className={styles.counts}>
        <Counts
          title={say('By distance')}
          rows={byDistance.map(({ distance, people }) => ({ name: distanceWords(distance), people }))}
        />
        <Counts
          title={say('By unit')}
          rows={byUnit.map(({ unit, people }) => ({ name: unit ?? say('No unit known'), people }))}
        />
      </div>
      <ul className={sheets.list}>
        {others.map((speaker) => (
          <li key={speaker.person.id} className={sheets.item}>
            <Speaker speaker={speaker} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type CountsProps = { title: string; rows: { name: string; people: number }[] }

function Counts({ title, rows }: CountsProps) {
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <tbody>
        {rows.map(({ name, people }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{say('{people, plural, one {# person} other {# people}}', { people })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Speaker({ speaker }: { speaker: Around['others'][number] }) {
  const { person, at, opening, saidCount } = speaker
  return (
    <article aria-label={say('What {name} said', { name: person.name })}>
      <div className={styles.who}>
        <Avatar person={person} />
        <div>
          <PersonName person={person} />
          <span className={styles.when}>
            {[person.title, person.unit, distanceWords(speaker.distance)].filter(Boolean).join(' · ')} ·{' '}
            <When at={at} />
          </span>
        </div>
      </div>
      <Words markdown={opening} />
      {saidCount > 1 && (
        <p className={styles.when}>
          {say('{more, plural, one {Said # more thing here.} other {Said # more things here.}}', {
            more: saidCount - 1,
          })}
        </p>
      )}
    </article>
  )
}
