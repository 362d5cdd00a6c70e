// The reply with which a question begins: its words go along where all who will read them may read it.
import { Link } from '@tanstack/react-router'
import { say, sayWith } from '#browser/say'
import type { ReplyId } from '#contract/ref'
import { Words } from '#ui/words'
import choices from '../ui/choices.module.css'
import { useReplyToAsk } from './use-whom.ts'
import styles from './whom.module.css'

type BegunWithProps = {
  replyId: string
  spaceId: string
  wantsQuote: boolean
  onWantsQuote: (wants: boolean) => void
}

export function BegunWith({ replyId, spaceId, wantsQuote, onWantsQuote }: BegunWithProps) {
  const { data } = useReplyToAsk(replyId, spaceId)
  if (data === undefined) return null
  const { postId, author, quote, mayQuote } = data
  return (
    <section className={styles.whom} aria-label={say('The reply that you ask about')}>
      <p className={styles.note}>
        {sayWith('Carries on from <way>what {name} replied</way>.', {
          name: author.name,
          way: (words) => (
            <Link to="/threads/$postId/$replyId" params={{ postId, replyId: replyId as ReplyId }}>
              {words}
            </Link>
          ),
        })}
      </p>
      {mayQuote ? (
        <>
          <label className={choices.choice}>
            <input type="checkbox" checked={wantsQuote} onChange={() => onWantsQuote(!wantsQuote)} />
            {say('Quote it below your question')}
          </label>
          {wantsQuote && (
            <div className={styles.quote}>
              <Words markdown={quote} />
            </div>
          )}
        </>
      ) : (
        <p className={styles.note} role="status">
          {say(
            'This space has readers who may not read the reply, so it is not quoted. Only those who may read it are led to it.',
          )}
        </p>
      )}
    </section>
  )
}
