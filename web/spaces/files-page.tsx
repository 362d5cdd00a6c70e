// The files of a space: the newest first, or those that hold what one looks for, in their names or in their words.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { call } from '#browser/client'
import { say, sayAs, sayWith } from '#browser/say'
import { useSettled } from '#browser/use-settled'
import type { FileKind, ListedFile } from '#contract/files'
import type { SpaceId } from '#contract/ref'
import { EmptyState } from '#ui/empty-state'
import { Field } from '#ui/field'
import { PageTitle } from '#ui/page-title'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Spoken } from '#ui/spoken'
import { ThreadLink } from '#ui/thread-link'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import page from '../ui/page.module.css'
import { FileIcon } from './attachments.tsx'
import choice from './feed-order.module.css'
import { addressOf, addressOfSmall, altOf, isPicture, sizeOf } from './file-words.ts'
import styles from './files-page.module.css'
import { Marked } from './marked.tsx'
import { useSpace } from './use-spaces.ts'

const SETTLED_MS = 200

const KINDS: Record<FileKind | 'all', string> = {
  all: sayAs('files', 'All'),
  document: say('Documents'),
  picture: say('Pictures'),
  other: say('Other files'),
}

export function FilesPage() {
  const { id } = useParams({ strict: false })
  // The address is text; whether it leads anywhere is for the server to say.
  const spaceId = id as SpaceId
  const { data: space } = useSpace(spaceId)
  const { q: asked = '', kind } = useSearch({ from: '/spaces/$id/files' })
  const [typed, setTyped] = useState(asked)
  const query = useSettled(typed.trim(), SETTLED_MS)
  const navigate = useNavigate()
  useEffect(() => {
    // The address says what was looked for, so that one comes back to it.
    if (query !== asked) {
      const search = { ...(query !== '' && { q: query }), ...(kind && { kind }) }
      void navigate({ to: '/spaces/$id/files', params: { id: spaceId }, search, replace: true })
    }
  }, [query, asked, kind, spaceId, navigate])
  return (
    <div className={page.page}>
      <header>
        <PageTitle>
          {space === undefined ? say('Files') : say('Files in {space}', { space: space.name })}
        </PageTitle>
        <p className={page.under}>
          <Link to="/spaces/$id" params={{ id: spaceId }}>
            {say('Back to the space')}
          </Link>
        </p>
      </header>
      <Field
        label={say('Search')}
        hint={say('Words of a file’s name, or of what stands in it: text, Markdown, PDF and Word.')}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <KindChoice kind={kind ?? 'all'} query={query} spaceId={spaceId} />
      <FileList {...{ spaceId, query, kind }} />
    </div>
  )
}

function KindChoice({ kind, query, spaceId }: { kind: FileKind | 'all'; query: string; spaceId: SpaceId }) {
  return (
    <nav className={choice.choice} aria-label={say('Kind of file')}>
      {(Object.keys(KINDS) as (FileKind | 'all')[]).map((each) => {
        const current = { 'aria-current': each === kind ? ('true' as const) : undefined }
        return (
          <Link
            key={each}
            to="/spaces/$id/files"
            params={{ id: spaceId }}
            search={{ ...(query !== '' && { q: query }), ...(each !== 'all' && { kind: each }) }}
            replace
            resetScroll={false}
            className={choice.order}
            {...current}
            // The router would take all of them for the page that one is on.
            activeProps={current}
          >
            {KINDS[each]}
          </Link>
        )
      })}
    </nav>
  )
}

type Asked = { spaceId: SpaceId; query: string; kind: FileKind | undefined }

function FileList({ spaceId, query, kind }: Asked) {
  const list = useInfiniteQuery({
    queryKey: ['spaces', 'list-files', spaceId, { query, kind }],
    queryFn: ({ pageParam }) =>
      call('spaces', 'listFiles', {
        spaceId,
        ...(query !== '' && { query }),
        ...(kind && { kind }),
        ...(pageParam && { cursor: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  if (list.data === undefined) {
    return list.error === null ? (
      <Skeleton lines={8} />
    ) : (
      <Trouble problem={list.error} onRetry={list.refetch} />
    )
  }
  const items = list.data.pages.flatMap((each) => each.items)
  const isAsked = query !== '' || kind !== undefined
  return (
    <>
      <p role="status" className={styles.told}>
        <Spoken>{isAsked && !list.isPlaceholderData && told(items.length, list.hasNextPage)}</Spoken>
      </p>
      {items.length === 0 ? (
        <EmptyState sentence={isAsked ? NOTHING_FOUND : NOTHING_YET} />
      ) : (
        <ul className={styles.files} aria-label={say('Files')} aria-busy={list.isPlaceholderData}>
          {items.map((item) => (
            <li key={item.file.id} className={styles.item}>
              <Item item={item} />
            </li>
          ))}
        </ul>
      )}
      <ShowMore of={list} words={say('Show earlier')} />
      {list.isFetchNextPageError && <Trouble problem={list.error} onRetry={list.fetchNextPage} />}
    </>
  )
}

const NOTHING_YET = say(
  'What people attach to posts and replies here stands in this list. Nobody has attached anything yet.',
)
const NOTHING_FOUND = say(
  'No file here holds all of that. Try fewer words. What was attached a moment ago is still being read.',
)

function told(count: number, isMore: boolean): string {
  return isMore
    ? say(
        '{count, plural, one {# file shown, and there are more.} other {# files shown, and there are more.}}',
        {
          count,
        },
      )
    : say('{count, plural, one {# file found.} other {# files found.}}', { count })
}

function Item({ item: { file, name, excerpt, title, author, at, ...place } }: { item: ListedFile }) {
  const said = {
    author: author.name,
    when: <When at={at} />,
    thread: (words: ReactNode) => <ThreadLink to={place}>{words}</ThreadLink>,
  }
  return (
    <>
      <a className={styles.file} href={addressOf(file)} {...(!isPicture(file) && { download: file.name })}>
        {isPicture(file) ? (
          <img
            className={styles.glimpse}
            src={addressOfSmall(file)}
            alt={altOf(file)}
            width={file.width}
            height={file.height}
            loading="lazy"
            decoding="async"
          />
        ) : (
          <FileIcon file={file} />
        )}
        <span className={styles.name}>
          <Marked text={name} />
        </span>
        <span className={styles.size}>{sizeOf(file.bytes)}</span>
      </a>
      {excerpt !== null && (
        <p className={styles.excerpt}>
          <Marked text={excerpt} />
        </p>
      )}
      <p className={styles.facts}>
        {title === null
          ? sayWith('{author}, {when}, <thread>open the thread</thread>', said)
          : sayWith('{author}, {when}, <thread>in “{title}”</thread>', { ...said, title })}
      </p>
    </>
  )
}
