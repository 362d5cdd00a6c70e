// The log of what was prepared: who did what with which card and when. Those whose brief it is and those who prepared
// it read the same.
import { Link } from '@tanstack/react-router'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import type { DelegateAct } from '#contract/delegates'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { ThreadLink } from '#ui/thread-link'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import page from '../../ui/page.module.css'
import sheets from '../../ui/sheets.module.css'
import { actSentence } from './act-sentence.ts'
import styles from './prepared.module.css'
import { useDelegateActs } from './use-delegates.ts'

export function DelegateLogPage() {
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('What was prepared')}</PageTitle>
        <p className={page.under}>
          {say('Nothing is changed or taken out of it. Whose brief it is and who prepared it read the same.')}
        </p>
      </header>
      <Acts />
    </div>
  )
}

function Acts() {
  const list = useDelegateActs()
  if (list.data === undefined) {
    return list.error === null ? (
      <Skeleton lines={8} />
    ) : (
      <Trouble problem={list.error} onRetry={list.refetch} />
    )
  }
  const acts = list.data.pages.flatMap(({ items }) => items)
  if (acts.length === 0) {
    return (
      <EmptyState
        sentence={say('Once somebody prepares your brief, or you prepare theirs, all of it stands here.')}
        action={<Link to="/brief/settings">{say('Choose who prepares your brief')}</Link>}
      />
    )
  }
  return (
    <>
      <ol className={sheets.list} aria-label={say('What was done, the newest first')}>
        {acts.map((act) => (
          <li key={act.id} className={sheets.item}>
            <Act act={act} />
          </li>
        ))}
      </ol>
      <ShowMore of={list} words={say('Show earlier')} />
    </>
  )
}

const WITHOUT_CARD: readonly DelegateAct['kind'][] = ['named', 'ended']

function Act({ act }: { act: DelegateAct }) {
  const me = useMe()
  const { at, card, executive, kind, note } = act
  return (
    <>
      <p className={styles.by}>
        <When at={at} />
        {executive.id !== me.person.id && ` · ${say('In the brief of {name}', { name: executive.name })}`}
      </p>
      <p>{actSentence(act)}</p>
      {card !== null && (
        <ThreadLink to={card} className={styles.way}>
          {card.line}
        </ThreadLink>
      )}
      {card === null && !WITHOUT_CARD.includes(kind) && (
        <p className={styles.by}>{say('The card is gone, or not for you to see.')}</p>
      )}
      {note !== null && <blockquote className={styles.view}>{note}</blockquote>}
    </>
  )
}
