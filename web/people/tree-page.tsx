// The reporting tree, with a search that begins the picture at a person, and the way between two.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sentenceOf } from '#browser/problem'
import type { PersonRef } from '#contract/ref'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import { PersonPicker } from './person-picker.tsx'
import styles from './tree-page.module.css'
import { TreePicture } from './tree-picture.tsx'
import { useTree } from './use-tree.ts'
import { WayBetween } from './way-between.tsx'

export function TreePage() {
  const [root, setRoot] = useState<PersonRef>()
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <PageTitle>Who reports to whom</PageTitle>
        <Link to="/people">Everybody by name</Link>
      </header>
      <div className={styles.tools}>
        <PersonPicker label="Begin the picture at" onPick={setRoot} />
        {root !== undefined && (
          <p className={styles.root}>
            From <b>{root.name}</b> down.{' '}
            <Button kind="quiet" onClick={() => setRoot(undefined)}>
              Show it all
            </Button>
          </p>
        )}
      </div>
      <Tree key={root?.id} root={root} />
      <WayBetween />
    </div>
  )
}

function Tree({ root }: { root: PersonRef | undefined }) {
  const { start, nodes, open, toggle } = useTree(root?.id)
  const toast = useToast()
  if (start.isPending) return <Skeleton lines={8} />
  if (start.isError) return <Trouble problem={start.error} onRetry={start.refetch} />
  if (nodes.length === 0) {
    return (
      <EmptyState sentence="Nobody reports to anybody yet. An administrator brings the chart with: npm run foyer -- import people people.csv" />
    )
  }
  return (
    <>
      <TreePicture
        nodes={nodes}
        open={open}
        onToggle={(node) => toggle(node).catch((error) => toast({ sentence: sentenceOf(error) }))}
      />
      <p className={styles.note}>
        {start.data.peopleTotal} people in this tree.
        {start.data.isCut &&
          ' Only the first thousand are drawn; begin the picture further down to see others.'}
      </p>
    </>
  )
}
