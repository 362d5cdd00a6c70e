// What a delegate prepared of a card, apart from the author's words: who touched it, and their view.
import { Link } from '@tanstack/react-router'
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import type { Prepared as PreparedCard } from '#contract/prepared'
import type { PersonRef, PostId } from '#contract/ref'
import { firstNameOf } from '../sentences.ts'
import styles from './prepared.module.css'

export function Prepared({ prepared, postId }: { prepared: PreparedCard; postId: PostId | undefined }) {
  const names = namesOf(prepared.by)
  return (
    <section className={styles.prepared} aria-label={say('Prepared by {names}', { names })}>
      <p className={styles.by}>
        {prepared.isPinned
          ? say('Pinned and prepared by {names}', { names })
          : say('Prepared by {names}', { names })}
      </p>
      {prepared.view !== null && <View view={prepared.view} />}
      {postId !== undefined && (
        <Link to="/brief/around/$postId" params={{ postId }} className={styles.way}>
          {say('See around it')}
        </Link>
      )}
    </section>
  )
}

export function View({ view: { by, body } }: { view: NonNullable<PreparedCard['view']> }) {
  return (
    <>
      <p className={styles.whose}>{say('{name}’s view', { name: firstNameOf(by.name) })}</p>
      <p className={styles.view}>{body}</p>
    </>
  )
}

export function namesOf(people: readonly PersonRef[]): string {
  return new Intl.ListFormat(LANGUAGE, { type: 'conjunction' }).format(people.map(({ name }) => name))
}
