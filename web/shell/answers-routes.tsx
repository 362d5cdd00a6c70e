// The addresses of answers.
import { createRoute } from '@tanstack/react-router'
import { textsOf } from '#browser/address-texts'
import { screen } from '#browser/screen'
import { root } from './root-route.tsx'

const ask = createRoute({
  getParentRoute: () => root,
  path: '/ask',
  validateSearch: (given: Record<string, unknown>) => textsOf(given, ['space', 'text']),
  component: screen(() => import('./ask-route.tsx'), 'AskRoute'),
})

const drafts = createRoute({
  getParentRoute: () => root,
  path: '/answers/drafts',
  component: screen(() => import('../answers/drafts-page.tsx'), 'QuestionDraftsPage'),
})

export const answersRoutes = [ask, drafts] as const
