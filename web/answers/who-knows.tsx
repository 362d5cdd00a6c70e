// Whom one may ask: people who answered questions like this one, and those who were asked already.
import { useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { say, sayAs, sayWith } from '#browser/say'
import type { PostId } from '#contract/ref'
import type { Routing } from '#contract/routing'
import { Button } from '#ui/button'
import { PersonLine } from '#ui/person-line'
import { Skeleton } from '#ui/skeleton'
import { When } from '#ui/when'
import { AskedOfYou } from './asked-of-you.tsx'
import type { PanelParts } from './panel-parts.ts'
import { useExperts, useRoute, useRoutingOf } from './use-routing.ts'
import styles from './who-knows.module.css'

export function WhoKnows({ postId, parts }: { postId: PostId; parts: PanelParts }) {
  const routing = useRoutingOf(postId)
  const [isOpen, setIsOpen] = useState(false)
  if (routing === undefined) return null
  const { asked, youWereAsked, may } = routing
  if (asked.length === 0 && youWereAsked === null && !may.route) return null
  return (
    <div className={styles.knows}>
      {youWereAsked !== null && <AskedOfYou postId={postId} asked={youWereAsked} />}
      {asked.length > 0 && <WhoWasAsked asked={asked} />}
      {may.route && (
        <Button kind="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {say('Who may know')}
        </Button>
      )}
      {may.route && isOpen && <WhoMayKnow postId={postId} parts={parts} />}
    </div>
  )
}

function WhoMayKnow({ postId, parts: { PersonPicker } }: { postId: PostId; parts: PanelParts }) {
  const { data: experts, error } = useExperts(postId)
  const { route } = useRoute(postId)
  return (
    <div className={styles.experts}>
      {error !== null && <p role="alert">{sentenceOf(error)}</p>}
      {experts === undefined && error === null && <Skeleton />}
      {experts?.length === 0 && (
        <p className={styles.facts}>
          {say('Nobody answered a question like this one yet, as far as you may read.')}
        </p>
      )}
      {experts?.map(({ person, reason }) => (
        <PersonLine key={person.id} person={person} note={reason}>
          <Button onClick={() => route(person)} aria-label={say('Ask {name}', { name: person.name })}>
            {sayAs('a question', 'Ask')}
          </Button>
        </PersonLine>
      ))}
      <PersonPicker label={say('Ask somebody else')} onPick={route} />
    </div>
  )
}

function WhoWasAsked({ asked }: Pick<Routing, 'asked'>) {
  return (
    <>
      <ul className={styles.asked}>
        {asked.map((each) => (
          <li key={each.person.id}>
            <span className={styles.facts}>{wordsOf(each)}</span>
            {each.why !== null && <q>{each.why}</q>}
          </li>
        ))}
      </ul>
      {asked.every(({ state }) => state === 'passed-on') && (
        <p className={styles.facts}>{say('It waits for nobody now: whoever was asked passed it on.')}</p>
      )}
    </>
  )
}

function wordsOf({ state, person, by, at }: Routing['asked'][number]) {
  const values = { name: person.name, by: by.name, when: <When at={at} /> }
  if (state === 'answered') return sayWith('{name} was asked by {by} and answered, {when}', values)
  if (state === 'passed-on') return sayWith('{name} was asked by {by} and passed it on, {when}', values)
  return sayWith('{name} was asked by {by}, {when}', values)
}
