// The addresses of answers.
import { createRoute } from '@tanstack/react-router'
import { textsOf } from '#browser/address-texts'
import { screen } from '#browser/screen'
import type { ScaleOf } from '#contract/scale'
import { librarySearch } from '../answers/library-address.ts'
import { root } from './root-route.tsx'

const ask = createRoute({
  getParentRoute: () => root,
  path: '/ask',
  validateSearch: (given: Record<string, unknown>) => textsOf(given, ['space', 'text', 'person', 'from']),
  component: screen(() => import('./ask-route.tsx'), 'AskRoute'),
})

const drafts = createRoute({
  getParentRoute: () => root,
  path: '/answers/drafts',
  component: screen(() => import('../answers/drafts-page.tsx'), 'QuestionDraftsPage'),
})

const library = createRoute({
  getParentRoute: () => root,
  path: '/answers',
  validateSearch: librarySearch,
  component: screen(() => import('../answers/library-page.tsx'), 'LibraryPage'),
})

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/answers/ledger',
  validateSearch: ({ of }: Record<string, unknown>): { of?: ScaleOf } => (of === 'network' ? { of } : {}),
  component: screen(() => import('../answers/ledger-page.tsx'), 'LedgerPage'),
})

const hours = createRoute({
  getParentRoute: () => root,
  path: '/answers/hours',
  component: screen(() => import('../answers/hours/hours-page.tsx'), 'HoursPage'),
})

const slot = createRoute({
  getParentRoute: () => root,
  path: '/answers/hours/$hoursId',
  component: screen(() => import('../answers/hours/slot-page.tsx'), 'SlotPage'),
})

export const answersRoutes = [ask, drafts, library, ledger, hours, slot] as const
