// In which order posts come: by the newest activity, or the newest first. It stands in the address, so that a link shows
// the same to whoever gets it, and is remembered on the device for addresses that leave it open.
import { Link, useSearch } from '@tanstack/react-router'
import { say, sayAs } from '#browser/say'
import type { FeedOrder } from '#contract/spaces'
import styles from './feed-order.module.css'

const NAME = 'foyer:feed-order'

const LABELS: Record<FeedOrder, string> = { activity: say('Newest activity'), newest: say('Newest first') }
const ORDERS = Object.keys(LABELS) as FeedOrder[]

export function useFeedOrder(): FeedOrder {
  const { order } = useSearch({ strict: false })
  return orderOf(order) ?? orderOf(localStorage.getItem(NAME)) ?? 'activity'
}

/** The order that an address or a device names, if it is one. */
function orderOf(given: unknown): FeedOrder | undefined {
  return ORDERS.find((order) => order === given)
}

export function FeedOrderChoice({ order }: { order: FeedOrder }) {
  return (
    <nav className={styles.choice} aria-label={sayAs('in which posts stand', 'Order')}>
      {ORDERS.map((each) => (
        <Link
          key={each}
          to="."
          search={(before) => ({ ...before, order: each })}
          replace
          resetScroll={false}
          className={styles.order}
          aria-current={each === order ? 'true' : undefined}
          // The router would take both for the page that one is on.
          activeProps={{ 'aria-current': each === order ? 'true' : undefined }}
          onClick={() => localStorage.setItem(NAME, each)}
        >
          {LABELS[each]}
        </Link>
      ))}
    </nav>
  )
}
