// The four reactions under something said: those given with their counts, the others one press away.
import { Eye, HandHeart, type LucideIcon, ThumbsUp, TriangleAlert } from 'lucide-react'
import { say, sayAs } from '#browser/say'
import type { Post, ReactionKind, Reply } from '#contract/said'
import { countOf, REACTION_KINDS } from './reaction-counts.ts'
import styles from './reactions.module.css'
import { useReact } from './use-said.ts'

const LOOKS: Record<ReactionKind, { label: string; Icon: LucideIcon }> = {
  agree: { label: sayAs('a reaction', 'Agree'), Icon: ThumbsUp },
  thank: { label: sayAs('a reaction', 'Thank'), Icon: HandHeart },
  curious: { label: sayAs('a reaction', 'Curious'), Icon: Eye },
  concerned: { label: sayAs('a reaction', 'Concerned'), Icon: TriangleAlert },
}

export function Reactions({ said }: { said: Pick<Post | Reply, 'id' | 'reactions'> }) {
  const react = useReact(said)
  return (
    <fieldset className={styles.reactions} aria-label={say('Reactions')}>
      {REACTION_KINDS.map((kind) => {
        const { count, isYours } = countOf(said.reactions, kind)
        const { label, Icon } = LOOKS[kind]
        return (
          <button
            key={kind}
            type="button"
            className={styles.reaction}
            aria-pressed={isYours}
            title={label}
            onClick={() => react(kind)}
          >
            <Icon aria-hidden strokeWidth={1.75} />
            <span className={styles.label}>{label}</span>
            {count > 0 && <span className={styles.count}>{count}</span>}
          </button>
        )
      })}
    </fieldset>
  )
}
