// The name of a topic where it is mentioned by the product.
import { Link } from '@tanstack/react-router'
import styles from './space-link.module.css'

export function TopicLink({ topic }: { topic: string }) {
  return (
    <Link to="/topics/$topic" params={{ topic }} className={styles.space}>
      #{topic}
    </Link>
  )
}
