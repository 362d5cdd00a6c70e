// Tells of replies that came while one reads further up, and leads to them. Nothing moves by itself.
import { useNavigate } from '@tanstack/react-router'
import { ArrowDown } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Reply } from '#contract/said'
import { Announcements } from './announcements.tsx'
import styles from './fresh-replies.module.css'
import { repliesWaiting } from './live-words.ts'
import type { Arrivals } from './use-live-thread.ts'

/** So long a reply that came into view stands out from the others. */
const FRESH_MS = 4000
/** What stands behind the bar at the bottom is not in view. */
const VIEW = { rootMargin: '0px 0px -96px 0px' }

/** Stands in what is fixed to the bottom of the window, and above it. */
export function NewReplies({ waiting }: { waiting: readonly Reply[] }) {
  const navigate = useNavigate()
  const [first] = waiting
  const lead = ({ postId, id }: Reply) =>
    navigate({ to: '/threads/$postId/$replyId', params: { postId, replyId: id }, replace: true })
  return (
    <>
      <Announcements replies={waiting} />
      {first !== undefined && (
        <div className={styles.place}>
          <button type="button" className={styles.pill} onClick={() => lead(first)}>
            <ArrowDown aria-hidden strokeWidth={1.75} />
            {repliesWaiting(waiting.length)}
          </button>
        </div>
      )}
    </>
  )
}

/**
 * Watches for replies that wait to come into view.
 * @param count how many replies are on the page: with it, other elements are to be watched
 * @returns those that came into view a moment ago, and stand out for a while
 */
export function useFresh({ waiting, onSeen }: Arrivals, count: number): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const see = useEffectEvent((ids: string[]) => {
    setFresh((known) => new Set([...known, ...ids]))
    onSeen(ids)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other replies on the page there is more to watch.
  useEffect(() => {
    if (waiting.length === 0) return
    const observer = new IntersectionObserver((entries) => {
      const seen = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target)
      if (seen.length > 0)
        see(seen.flatMap((each) => (each instanceof HTMLElement ? (each.dataset.step ?? []) : [])))
    }, VIEW)
    for (const { id } of waiting) {
      const element = document.querySelector(`[data-step="${id}"]`)
      if (element !== null) observer.observe(element)
    }
    return () => observer.disconnect()
  }, [waiting, count])
  useEffect(() => {
    if (fresh.size === 0) return
    const over = setTimeout(() => setFresh(new Set()), FRESH_MS)
    return () => clearTimeout(over)
  }, [fresh])
  return fresh
}
