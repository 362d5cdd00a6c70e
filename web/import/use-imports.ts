// What is coming in and what came in, asked anew while something is under way.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '#browser/client'
import type { ImportRun, Upload } from '#contract/import'
import { rateOf, type Sample, withSample } from './amounts.ts'

const IMPORTS = ['import', 'list-imports']
const UPLOADS = ['import', 'list-uploads']
const WATCH_MS = 1000

export function useImports() {
  return useQuery({
    queryKey: IMPORTS,
    queryFn: () => call('import', 'listImports', {}),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? WATCH_MS : false),
  })
}

export function isUnderWay({ state }: Pick<ImportRun, 'state'>): boolean {
  return state === 'waiting' || state === 'running' || state === 'undoing'
}

export function useUploads() {
  return useQuery({
    queryKey: UPLOADS,
    queryFn: () => call('import', 'listUploads', {}),
    refetchInterval: ({ state }) =>
      state.data?.items.some((upload: Upload) => upload.state === 'looking') ? WATCH_MS : false,
  })
}

/** Lets both lists be asked anew. */
export function useRefresh(): () => void {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: IMPORTS })
    void queries.invalidateQueries({ queryKey: UPLOADS })
  }
}

/** How many a second a count grows by, as it is asked again and again. */
export function useRate({ count, atMs }: Sample): number | undefined {
  const [samples, setSamples] = useState<readonly Sample[]>([])
  useEffect(() => setSamples((known) => withSample(known, { count, atMs })), [count, atMs])
  return rateOf(samples)
}
