// What one does with something said: react, change it, delete it, and take that back.
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { now } from '#browser/clock'
import { sendOrKeep } from '#browser/outbox'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { FileId } from '#contract/ref'
import type { Post, ReactionKind, Reply } from '#contract/said'
import { useToast } from '#ui/toast'
import { changeSaid, refreshThreads } from './held-threads.ts'
import { countOf, toggled } from './reaction-counts.ts'

/** Reacts, or takes the reaction back; shown at once, and shown as it was when refused. */
export function useReact(said: Pick<Post | Reply, 'id' | 'reactions'>) {
  const client = useQueryClient()
  const toast = useToast()
  return async (kind: ReactionKind) => {
    const wasYours = countOf(said.reactions, kind).isYours
    const toggle = () =>
      changeSaid(client, said.id, (each) => ({ ...each, reactions: toggled(each.reactions, kind) }))
    toggle()
    try {
      const deed = wasYours ? 'takeBackReaction' : 'react'
      const about = {
        sentence: wasYours
          ? say(
              '{kind, select, agree {Taken back: agree} thank {Taken back: thank} curious {Taken back: curious} other {Taken back: concerned}}',
              { kind },
            )
          : say(
              '{kind, select, agree {Your reaction: agree} thank {Your reaction: thank} curious {Your reaction: curious} other {Your reaction: concerned}}',
              { kind },
            ),
        href: location.pathname,
      }
      await sendOrKeep(['spaces', deed], { saidId: said.id, kind }, about)
    } catch (error) {
      toggle()
      toast({ sentence: sentenceOf(error) })
    }
  }
}

/** Deletes the words; a trace stays, and for ten minutes they can be had back. */
export function useDelete(said: Post | Reply) {
  const client = useQueryClient()
  const toast = useToast()
  const restore = async () => {
    try {
      await call('spaces', 'restoreWords', { saidId: said.id })
      changeSaid(client, said.id, (each) => ({
        ...each,
        isDeleted: false,
        body: said.body,
        folded: said.folded,
      }))
    } catch (error) {
      toast({ sentence: sentenceOf(error) })
    }
    await refreshThreads(client)
  }
  return async () => {
    const show = (isDeleted: boolean) => changeSaid(client, said.id, (each) => ({ ...each, isDeleted }))
    show(true)
    try {
      await call('spaces', 'deleteWords', { saidId: said.id })
      toast({ sentence: say('Deleted. A trace stays where it stood.'), undo: restore })
    } catch (error) {
      show(false)
      toast({ sentence: sentenceOf(error) })
    }
  }
}

type ChangedWords = { body: string; fileIds: FileId[]; title: string | undefined }

/** Changes the words, and the title of a post. Rejects when refused, so that the editor stays open. */
export function useEdit(said: Post | Reply) {
  const client = useQueryClient()
  const toast = useToast()
  return async ({ body, fileIds, title }: ChangedWords) => {
    try {
      await call('spaces', 'editWords', {
        saidId: said.id,
        body,
        fileIds,
        ...(title !== undefined && { title }),
      })
    } catch (error) {
      toast({ sentence: say('{problem} Your words are kept.', { problem: sentenceOf(error) }) })
      throw error
    }
    const editedAt = now().toISOString()
    changeSaid(client, said.id, (each) => ({
      ...each,
      body,
      editedAt,
      ...(title !== undefined && { title }),
    }))
    toast({ sentence: say('Changed. The earlier words stay in its history.') })
    await refreshThreads(client)
  }
}
