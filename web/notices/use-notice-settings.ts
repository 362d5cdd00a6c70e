// How notices reach one outside the page, and what one does about it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { showAtOnce } from '#browser/queries'
import { say } from '#browser/say'
import type { Notice, NoticeSettings, NoticeSettingsReply } from '#contract/notices'
import type { MenuItem } from '#ui/menu'
import { useToast } from '#ui/toast'
import { refreshNotices } from './use-count.ts'

const SETTINGS = ['notices', 'get-settings']

export function useNoticeSettings() {
  return useQuery({ queryKey: SETTINGS, queryFn: () => call('notices', 'getSettings', {}) })
}

/** What was done, as it is told, and what would undo it. */
type Done = { sentence: string; undo?: () => Promise<NoticeSettingsReply> }

export type Keep = (act: Promise<NoticeSettingsReply>, done: Done) => Promise<boolean>

/** What is answered to one act, or asked after it, does not show what a later one changes already. */
let actsBegun = 0
let actsUnderway = 0

/** Shows what an act answered and says that it was done, or that it was refused and is as before. @returns whether it was done */
export function useKeep(): Keep {
  const queries = useQueryClient()
  const toast = useToast()
  const keep: Keep = async (act, { sentence, undo }) => {
    actsBegun += 1
    actsUnderway += 1
    const number = actsBegun
    try {
      const answer = await act
      if (number === actsBegun) showAtOnce(queries, SETTINGS, () => answer)
      toast({
        sentence,
        ...(undo !== undefined && { undo: () => void keep(undo(), { sentence: say('It is as it was.') }) }),
      })
      return true
    } catch (error) {
      toast({ sentence: say('That was not saved. {sentence}', { sentence: sentenceOf(error) }) })
      return false
    } finally {
      actsUnderway -= 1
      if (actsUnderway === 0) void refreshNotices(queries)
    }
  }
  return keep
}

/** Saves some of the settings: shown at once, and shown as they were when refused. @returns whether it was done */
export function useSave(): (settings: Partial<NoticeSettings>) => Promise<boolean> {
  const queries = useQueryClient()
  const keep = useKeep()
  return (settings) => {
    showAtOnce<NoticeSettingsReply>(queries, SETTINGS, (reply) => ({
      ...reply,
      settings: { ...reply.settings, ...settings },
    }))
    return keep(call('notices', 'saveSettings', { settings }), { sentence: say('Saved.') })
  }
}

/** What one may do to hear less of what a notice tells of: of its space, or of the person who did it. */
export function useHearLess({ space, person }: Pick<Notice, 'space' | 'person'>): MenuItem[] {
  const keep = useKeep()
  const ofSpace = { what: 'space', spaceId: space.id } as const
  const ofPerson = { what: 'person', personId: person.id } as const
  return [
    {
      label: say('Only mentions in {name}', { name: space.name }),
      act: () =>
        void keep(call('notices', 'muteSource', ofSpace), {
          sentence: say('You hear of {name} only when you are mentioned.', { name: space.name }),
          undo: () => call('notices', 'unmuteSource', ofSpace),
        }),
    },
    {
      label: say('Nothing of {name}', { name: person.name }),
      act: () =>
        void keep(call('notices', 'muteSource', ofPerson), {
          sentence: say('You get no notices of what {name} does.', { name: person.name }),
          undo: () => call('notices', 'unmuteSource', ofPerson),
        }),
    },
  ]
}
