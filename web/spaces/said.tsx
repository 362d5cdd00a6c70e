// Something said, a post or a reply: who and when, the words, and what can be done with them.
import { Bookmark } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { hasDraft } from '#browser/drafts'
import { say, sayAs, sayWith } from '#browser/say'
import type { SaidId } from '#contract/ref'
import type { Post, Reply } from '#contract/said'
import { Avatar } from '#ui/avatar'
import { Button } from '#ui/button'
import { Menu, type MenuItem } from '#ui/menu'
import { PersonName } from '#ui/person-name'
import { Skeleton } from '#ui/skeleton'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import { Attachments } from './attachments.tsx'
import { useCopyLink } from './copy-link.ts'
import { EditWords } from './edit-words.tsx'
import { Trace } from './hidden-words.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { useModerationDoor } from './moderation-door.tsx'
import type { SpacesParts } from './parts.ts'
import { Reactions } from './reactions.tsx'
import styles from './said.module.css'
import { useDelete } from './use-said.ts'
import { useSave } from './use-saved.ts'

const LinkPreviews = lazy(() =>
  import('./link-previews.tsx').then((module) => ({ default: module.LinkPreviews })),
)
const Poll = lazy(() => import('./poll.tsx').then((module) => ({ default: module.Poll })))

export type SaidProps = {
  said: Post | Reply
  Reading: SpacesParts['Reading']
  size: 'plain' | 'reading'
  /** Stands behind the time: where it was said, or what it answers. */
  where: ReactNode
  /** Begins an answer to it; missing where one may not reply. */
  onAnswer: (() => void) | undefined
  /** What else can be done with it, as a thread's beginning can be followed. */
  deeds?: MenuItem[]
}

export function Said(props: SaidProps) {
  const { said, Reading, size } = props
  const [isEditing, setIsEditing] = useState(() => said.may.edit && hasDraft(`edit:${said.id}`))
  const [showsHistory, setShowsHistory] = useState(false)
  return (
    <>
      <Who {...props} onHistory={() => setShowsHistory(true)} />
      {'draftedBy' in said && said.draftedBy !== null && (
        <p className={styles.drafted}>
          {say('Drafted by {drafter}, approved by {author}', {
            drafter: said.draftedBy.name,
            author: said.author.name,
          })}
        </p>
      )}
      {said.isDeleted && <Trace said={said} />}
      {!said.isDeleted && isEditing && <EditWords said={said} onClose={() => setIsEditing(false)} />}
      {!said.isDeleted && !isEditing && (
        <>
          <Reading saidId={saidIdOf(said)}>
            <Words markdown={said.body} size={size} files={said.files} />
          </Reading>
          <Attachments files={said.files} body={said.body} />
          {said.previews.length > 0 && (
            <Suspense>
              <LinkPreviews said={said} />
            </Suspense>
          )}
          {'poll' in said && said.poll !== null && (
            <Suspense fallback={<Skeleton lines={said.poll.options.length + 2} />}>
              <Poll post={said} poll={said.poll} />
            </Suspense>
          )}
          {said.folded !== null && <Folded markdown={said.folded} />}
          <Foot {...props} onEdit={() => setIsEditing(true)} />
        </>
      )}
      <HistoryDialog said={said} isOpen={showsHistory} onClose={() => setShowsHistory(false)} />
    </>
  )
}

/** The id of a post or a reply is also that of what was said. */
function saidIdOf(said: Post | Reply): SaidId {
  return said.id as string as SaidId
}

function Who({ said, where, onHistory }: SaidProps & { onHistory: () => void }) {
  return (
    <header className={styles.who}>
      <Avatar person={said.author} />
      <div>
        <PersonName person={said.author} />
        <span className={styles.when}>
          {said.author.title && <span>{said.author.title}</span>}
          <When at={said.at} />
          {where}
          {said.isSaved && (
            <Bookmark className={styles.saved} strokeWidth={1.75} role="img" aria-label={say('Saved')} />
          )}
          {said.editedAt !== null && !said.isDeleted && (
            <button type="button" className={styles.edited} onClick={onHistory}>
              {sayWith('changed {when}', { when: <When at={said.editedAt} /> })}
            </button>
          )}
        </span>
      </div>
    </header>
  )
}

function Folded({ markdown }: { markdown: string }) {
  return (
    <details className={styles.folded}>
      <summary>{say('Quoted text')}</summary>
      <Words markdown={markdown} />
    </details>
  )
}

function Foot({ said, onAnswer, onEdit, deeds = [] }: SaidProps & { onEdit: () => void }) {
  const remove = useDelete(said)
  const save = useSave()
  const copyLink = useCopyLink()
  const door = useModerationDoor(said)
  const items = [
    {
      label: said.isSaved ? say('Remove from saved') : sayAs('to read it later', 'Save'),
      act: () => save(said),
    },
    { label: say('Copy link'), act: () => copyLink(said) },
    ...deeds,
    ...(said.may.edit ? [{ label: say('Change'), act: onEdit }] : []),
    ...(said.may.delete ? [{ label: say('Delete'), act: remove }] : []),
    ...door.deeds,
  ]
  return (
    <footer className={styles.foot}>
      <Reactions said={said} />
      {onAnswer && (
        <Button
          kind="quiet"
          onClick={onAnswer}
          aria-label={say('Reply to {author}', { author: said.author.name })}
        >
          {sayAs('verb', 'Reply')}
        </Button>
      )}
      <Menu label={say('More for what {author} said', { author: said.author.name })} items={items} />
      {door.dialog}
    </footer>
  )
}
