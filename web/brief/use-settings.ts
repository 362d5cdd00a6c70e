// When and how long one's brief is, and what its choices weigh.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { showAtOnce } from '#browser/queries'
import type { BriefSettings } from '#contract/brief'

const SETTINGS = ['brief', 'get-settings']
const SAVING = ['brief', 'save-settings']

export function useSettings() {
  return useQuery({ queryKey: SETTINGS, queryFn: () => call('brief', 'getSettings', {}) })
}

export type SettingsReply = NonNullable<ReturnType<typeof useSettings>['data']>

/** Saves some of the settings: shown at once, and shown as they were when refused. */
export function useSaveSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationKey: SAVING,
    mutationFn: (settings: Partial<BriefSettings>) => call('brief', 'saveSettings', { settings }),
    onMutate: (settings) => {
      const before = client.getQueryData<SettingsReply>(SETTINGS)
      showAtOnce<SettingsReply>(client, SETTINGS, (reply) => ({
        ...reply,
        settings: { ...reply.settings, ...settings },
      }))
      return before
    },
    onError: (_, __, before) => client.setQueryData(SETTINGS, before),
    // What is chosen while another choice is on its way is not in the answer to that one.
    onSuccess: (reply) => {
      if (client.isMutating({ mutationKey: SAVING }) === 1) client.setQueryData(SETTINGS, reply)
    },
  })
}

export function useResetWeights() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('brief', 'resetWeights', {}),
    onSuccess: (reply) => client.setQueryData(SETTINGS, reply),
  })
}
