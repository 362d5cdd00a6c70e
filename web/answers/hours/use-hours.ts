// Office hours as the page knows them: the lists, one slot with its queue moving, and what is done in it.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type Call, call, type Question } from '#browser/client'
import { useLive } from '#browser/live'
import { sentenceOf } from '#browser/problem'
import { askAnew, showAtOnce } from '#browser/queries'
import type { OfficeHours } from '#contract/office-hours'
import type { HoursId, PostId } from '#contract/ref'
import { useToast } from '#ui/toast'

const LISTS = ['answers', 'list-office-hours']
const slotKey = (hoursId: HoursId) => ['answers', 'get-office-hours', hoursId]

/** Votes that come in a rush are looked up together. */
const SETTLED_MS = 800
/** A beginning or an end tells nobody, and an answer may be accepted elsewhere. */
const LOOKED_AGAIN_MS = 30_000

export function useHoursList(which: 'ahead' | 'past') {
  return useInfiniteQuery({
    queryKey: [...LISTS, which],
    queryFn: ({ pageParam }) =>
      call('answers', 'listOfficeHours', { which, ...(pageParam !== undefined && { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

export function useHosts() {
  return useQuery({ queryKey: ['answers', 'list-hosts'], queryFn: () => call('answers', 'listHosts', {}) })
}

export function useHours(hoursId: HoursId) {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useLive({ hoursId }, ({ what }) => {
    if (what !== 'hours-moved' && what !== 'hello') return
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void askAnew(client, slotKey(hoursId))
    }, SETTLED_MS)
  })
  return useQuery({
    queryKey: slotKey(hoursId),
    queryFn: () => call('answers', 'getOfficeHours', { hoursId }),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'coming' || data?.state === 'on' ? LOOKED_AGAIN_MS : false,
  })
}

/** Does something and shows what came of it. @returns whether it was done; a refusal is told here */
export function useHoursDeed() {
  const client = useQueryClient()
  const toast = useToast()
  return async <C extends Call<'answers'>>(name: C, input: Question<'answers', C>): Promise<boolean> => {
    try {
      await call('answers', name, input)
      return true
    } catch (error) {
      toast({ sentence: sentenceOf(error) })
      return false
    } finally {
      await client.invalidateQueries({ queryKey: ['answers'] })
    }
  }
}

/** Votes, or takes that back, which is shown at once. */
export function useVote(hoursId: HoursId) {
  const client = useQueryClient()
  const act = useHoursDeed()
  return (postId: PostId, isWanted: boolean) => {
    showAtOnce<OfficeHours>(client, slotKey(hoursId), (slot) => ({
      ...slot,
      questions: slot.questions.map((each) =>
        each.postId === postId && each.youVoted !== isWanted
          ? { ...each, youVoted: isWanted, votes: each.votes + (isWanted ? 1 : -1) }
          : each,
      ),
    }))
    return act(isWanted ? 'voteInHours' : 'takeBackHoursVote', { postId })
  }
}
