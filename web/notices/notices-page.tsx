// What concerns one, thread by thread, the newest first.
import { Link } from '@tanstack/react-router'
import { say, sayWith } from '#browser/say'
import type { Notice } from '#contract/notices'
import { Avatar } from '#ui/avatar'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { Menu } from '#ui/menu'
import { PageTitle } from '#ui/page-title'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Spoken } from '#ui/spoken'
import { ThreadLink } from '#ui/thread-link'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import page from '../ui/page.module.css'
import styles from './notices-page.module.css'
import { useHearLess } from './use-notice-settings.ts'
import { useMarkAllRead, useMute, useNoticeList } from './use-notices.ts'

export function NoticesPage() {
  const list = useNoticeList()
  const items = list.data?.pages.flatMap((each) => each.items)
  return (
    <div className={page.page}>
      <header className={page.top}>
        <div>
          <PageTitle>{say('Notices')}</PageTitle>
          <p className={page.under}>
            {sayWith(
              'What was said to you, and in the threads that you are part of. <way>How notices reach you</way>',
              { way: (words) => <Link to="/settings/notices">{words}</Link> },
            )}
          </p>
        </div>
        <AllRead items={items ?? []} />
      </header>
      <NoticeList list={list} items={items} />
    </div>
  )
}

function AllRead({ items }: { items: readonly Notice[] }) {
  const markAllRead = useMarkAllRead()
  const [newest] = items
  if (newest === undefined || !items.some(({ isUnread }) => isUnread)) return null
  return (
    <Button kind="quiet" onClick={() => markAllRead(newest.at)}>
      {say('Mark all as read')}
    </Button>
  )
}

type NoticeListProps = { list: ReturnType<typeof useNoticeList>; items: readonly Notice[] | undefined }

function NoticeList({ list, items }: NoticeListProps) {
  if (items === undefined) {
    return list.error === null ? (
      <Skeleton lines={8} />
    ) : (
      <Trouble problem={list.error} onRetry={list.refetch} />
    )
  }
  if (items.length === 0) return <NothingWaits />
  return (
    <>
      <ul className={styles.list} aria-label={say('Notices')}>
        {items.map((notice) => (
          <NoticeItem key={notice.postId} notice={notice} />
        ))}
      </ul>
      <ShowMore of={list} words={say('Show earlier')} />
    </>
  )
}

function NothingWaits() {
  return (
    <EmptyState
      sentence={say(
        'Nothing is waiting for you. When somebody mentions you, answers you or replies in a thread that you are part of, it stands here.',
      )}
      action={<Link to="/">{say('Go home')}</Link>}
    />
  )
}

function NoticeItem({ notice }: { notice: Notice }) {
  const { title, author, space, at, isUnread, isMuted, sentences, why, person, postId } = notice
  const name = title ?? say('{name} in {space}', { name: author.name, space: space.name })
  const told = { when: <When at={at} />, space: space.name, why }
  const mute = useMute(postId)
  const hearLess = useHearLess(notice)
  const switchWords = isMuted ? say('Tell me of all replies again') : say('Only tell me when I am mentioned')
  return (
    <li className={styles.notice} data-unread={isUnread || undefined}>
      <Avatar person={person} />
      <div className={styles.words}>
        <p className={styles.what}>
          {isUnread && <Spoken>{say('Unread:')} </Spoken>}
          {sentences.join(' ')}
        </p>
        {/* It leads to the first reply that one has not seen, and the whole notice can be pressed. */}
        <ThreadLink to={notice} className={styles.thread}>
          {name}
        </ThreadLink>
        <p className={styles.why}>
          {isMuted
            ? sayWith('{when} in {space}, {why}; you hear of it only then', told)
            : sayWith('{when} in {space}, {why}', told)}
        </p>
      </div>
      <span className={styles.side}>
        {isUnread && <span className={styles.dot} aria-hidden="true" />}
        <Menu
          label={say('More for {name}', { name })}
          items={[{ label: switchWords, act: () => mute(!isMuted) }, ...hearLess]}
        />
      </span>
    </li>
  )
}
