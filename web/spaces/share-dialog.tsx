// Where else a thread stands: sharing it into another space, and taking it out again.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say, sayAs } from '#browser/say'
import { useSettled } from '#browser/use-settled'
import type { SpaceId } from '#contract/ref'
import type { Post } from '#contract/said'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Field } from '#ui/field'
import { useToast } from '#ui/toast'
import form from './form.module.css'
import rows from './space-row.module.css'
import list from './spaces-page.module.css'

const SETTLED_MS = 150
const OFFERED = 6

export function ShareDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  return (
    <Dialog title={say('Share into another space')} open onClose={onClose}>
      <div className={form.form}>
        <p>
          {say(
            'It stays one thread in {space}. Whoever may not read it there sees nothing of it elsewhere.',
            { space: post.space.name },
          )}
        </p>
        <Shares post={post} />
        <Spaces post={post} />
      </div>
    </Dialog>
  )
}

function useShares(post: Post) {
  return useQuery({
    queryKey: ['spaces', 'list-shares', post.id],
    queryFn: () => call('spaces', 'listShares', { postId: post.id }),
  })
}

type Change = { act: 'sharePost' | 'unsharePost'; spaceId: SpaceId; name: string }

function useChange(post: Post) {
  const queries = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: ({ act, spaceId }: Change) => call('spaces', act, { postId: post.id, spaceId }),
    onSuccess: (_, { act, name }) => {
      toast({
        sentence:
          act === 'sharePost'
            ? say('It stands in {space} too.', { space: name })
            : say('It is out of {space}.', { space: name }),
      })
      const changed = ['list-shares', 'get-thread', 'list-posts', 'get-feed']
      return Promise.all(changed.map((each) => queries.invalidateQueries({ queryKey: ['spaces', each] })))
    },
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
}

function Shares({ post }: { post: Post }) {
  const shares = useShares(post)
  const change = useChange(post)
  const items = shares.data?.items ?? []
  if (items.length === 0) return null
  return (
    <ul className={list.list} aria-label={say('Where it stands too')}>
      {items.map(({ space, by, mayRemove }) => (
        <li key={space.id} className={rows.row}>
          <div className={rows.text}>
            <p>{space.name}</p>
            <p className={rows.facts}>{say('shared by {person}', { person: by.name })}</p>
          </div>
          {mayRemove && (
            <Button
              disabled={change.isPending}
              onClick={() => change.mutate({ act: 'unsharePost', spaceId: space.id, name: space.name })}
              aria-label={say('Take out of {space}', { space: space.name })}
            >
              {sayAs('a thread, of a space', 'Take out')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Spaces that one may read, but for those where it stands already. */
function Spaces({ post }: { post: Post }) {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim(), SETTLED_MS)
  const found = useQuery({
    queryKey: ['spaces', 'list-spaces', 'share', search],
    queryFn: () => call('spaces', 'listSpaces', { limit: 20, ...(search !== '' && { search }) }),
  })
  const shares = useShares(post)
  const change = useChange(post)
  const taken = new Set([post.space.id, ...(shares.data?.items ?? []).map(({ space }) => space.id)])
  const offered = (found.data?.items ?? []).filter(
    ({ id, visibility, youAreMember }) => !taken.has(id) && (visibility === 'open' || youAreMember),
  )
  return (
    <>
      <Field
        label={say('Find a space')}
        type="search"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {offered.length > 0 && (
        <ul className={list.list} aria-label={say('Spaces to share into')}>
          {offered.slice(0, OFFERED).map(({ id, name }) => (
            <li key={id} className={rows.row}>
              <p className={rows.text}>{name}</p>
              <Button
                disabled={change.isPending}
                onClick={() => change.mutate({ act: 'sharePost', spaceId: id, name })}
                aria-label={say('Share into {space}', { space: name })}
              >
                {sayAs('a thread, into a space', 'Share')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {found.data !== undefined && offered.length === 0 && (
        <p>{say('No other space that you may write in.')}</p>
      )}
    </>
  )
}
