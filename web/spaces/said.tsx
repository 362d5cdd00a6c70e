// Something said, a post or a reply: who and when, the words, and what can be done with them.
import { type ReactNode, useState } from 'react'
import type { SaidId } from '#contract/ref'
import type { Post, Reply } from '#contract/said'
import { Avatar } from '#ui/avatar'
import { Button } from '#ui/button'
import { Menu } from '#ui/menu'
import { PersonName } from '#ui/person-name'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import { EditWords } from './edit-words.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import type { SpacesParts } from './parts.ts'
import { Reactions } from './reactions.tsx'
import styles from './said.module.css'
import { useDelete } from './use-said.ts'

export type SaidProps = {
  said: Post | Reply
  Reading: SpacesParts['Reading']
  size: 'plain' | 'reading'
  /** Stands behind the time: where it was said, or what it answers. */
  where: ReactNode
  /** Begins an answer to it; missing where one may not reply. */
  onAnswer: (() => void) | undefined
}

export function Said(props: SaidProps) {
  const { said, Reading, size } = props
  const [isEditing, setIsEditing] = useState(false)
  const [showsHistory, setShowsHistory] = useState(false)
  return (
    <>
      <Who {...props} onHistory={() => setShowsHistory(true)} />
      {said.isDeleted && <p className={styles.trace}>{said.author.name} deleted this.</p>}
      {!said.isDeleted && isEditing && <EditWords said={said} onClose={() => setIsEditing(false)} />}
      {!said.isDeleted && !isEditing && (
        <>
          <Reading saidId={saidIdOf(said)}>
            <Words markdown={said.body} size={size} />
          </Reading>
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
          {said.editedAt !== null && !said.isDeleted && (
            <button type="button" className={styles.edited} onClick={onHistory}>
              changed <When at={said.editedAt} />
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
      <summary>Quoted text</summary>
      <Words markdown={markdown} />
    </details>
  )
}

function Foot({ said, onAnswer, onEdit }: SaidProps & { onEdit: () => void }) {
  const remove = useDelete(said)
  const items = [
    ...(said.may.edit ? [{ label: 'Change', act: onEdit }] : []),
    ...(said.may.delete ? [{ label: 'Delete', act: remove }] : []),
  ]
  return (
    <footer className={styles.foot}>
      <Reactions said={said} />
      {onAnswer && (
        <Button kind="quiet" onClick={onAnswer} aria-label={`Reply to ${said.author.name}`}>
          Reply
        </Button>
      )}
      {items.length > 0 && <Menu label={`More for what ${said.author.name} said`} items={items} />}
    </footer>
  )
}
