// Whom a question was put to, where that was not its space alone.
import { useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { PostId } from '#contract/ref'
import type { AskedOf as Asked } from '#contract/whom'
import styles from './whom.module.css'

export function AskedOf({ postId }: { postId: PostId }) {
  const { data } = useQuery({
    queryKey: ['answers', 'get-asked-of', postId],
    queryFn: () => call('answers', 'getAskedOf', { postId }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!data?.askedOf) return null
  return <p className={styles.asked}>{wordsOf(data.askedOf)}</p>
}

function wordsOf({ what, person, role }: Asked): string {
  if (what === 'anyone') return say('Asked of anyone who knows')
  if (person !== null) return say('Asked of {name}', { name: person.name })
  return say('Asked of {role, select, executive {executives} steward {stewards} other {administrators}}', {
    role: role ?? 'administrator',
  })
}
