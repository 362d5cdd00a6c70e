// What one sees once a question had not to be asked.
import { Link } from '@tanstack/react-router'
import { say } from '#browser/say'
import type { SimilarQuestion } from '#contract/similar'
import { Button } from '#ui/button'
import page from '../ui/page.module.css'
import styles from './similar.module.css'

export function Served({ question, onAsk }: { question: SimilarQuestion; onAsk: () => void }) {
  return (
    <section className={styles.served} role="status">
      <p>{say('Good. One answer served once more, and nobody had to write it again.')}</p>
      <div className={page.row}>
        <Link to="/threads/$postId" params={{ postId: question.postId }} className={styles.line}>
          {say('Read the thread')}
        </Link>
        <Button kind="quiet" onClick={onAsk}>
          {say('Ask something else')}
        </Button>
      </div>
    </section>
  )
}
