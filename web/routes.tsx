// Every address of the page, and where rooms meet. Screens are loaded when they are first opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

const at = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component })

type Texts<Name extends string> = { [name in Name]?: string | undefined }

/** What an address asks after its question mark, as far as it is text that says something. */
function textsOf<Name extends string>(given: Record<string, unknown>, names: readonly Name[]): Texts<Name> {
  const texts: Texts<Name> = {}
  for (const name of names) {
    const value = given[name]
    // An address whose words are all digits is read as a number.
    if (typeof value === 'number') texts[name] = String(value)
    if (typeof value === 'string' && value !== '') texts[name] = value
  }
  return texts
}

const home = at(
  '/',
  lazyRouteComponent(() => import('./spaces/home-page.tsx'), 'HomePage'),
)
const brief = at(
  '/brief',
  lazyRouteComponent(() => import('./shell/brief-route.tsx'), 'BriefRoute'),
)
const briefSettings = at(
  '/brief/settings',
  lazyRouteComponent(() => import('./brief/settings-page.tsx'), 'BriefSettingsPage'),
)
const saved = at(
  '/saved',
  lazyRouteComponent(() => import('./brief/saved-page.tsx'), 'SavedPage'),
)
const spaces = at(
  '/spaces',
  lazyRouteComponent(() => import('./spaces/spaces-page.tsx'), 'SpacesPage'),
)
const space = at(
  '/spaces/$id',
  lazyRouteComponent(() => import('./shell/space-route.tsx'), 'SpaceRoute'),
)
const thread = at(
  '/threads/$postId',
  lazyRouteComponent(() => import('./shell/thread-route.tsx'), 'ThreadRoute'),
)
const reply = at(
  '/threads/$postId/$replyId',
  lazyRouteComponent(() => import('./shell/thread-route.tsx'), 'ThreadRoute'),
)
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: (given: Record<string, unknown>) => textsOf(given, ['search']),
  component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
})
const tree = createRoute({
  getParentRoute: () => root,
  path: '/people/tree',
  validateSearch: (given: Record<string, unknown>): Texts<'person' | 'to'> & { as?: 'list' | undefined } => ({
    ...textsOf(given, ['person', 'to']),
    ...(given.as === 'list' && { as: 'list' }),
  }),
  component: lazyRouteComponent(() => import('./people/tree-page.tsx'), 'TreePage'),
})
const person = at(
  '/people/$id',
  lazyRouteComponent(() => import('./shell/person-route.tsx'), 'PersonRoute'),
)
const settings = at(
  '/settings',
  lazyRouteComponent(() => import('./shell/settings-route.tsx'), 'SettingsRoute'),
)
const administration = at(
  '/administration',
  lazyRouteComponent(() => import('./shell/administration-route.tsx'), 'AdministrationRoute'),
)
const welcome = at(
  '/welcome',
  lazyRouteComponent(() => import('./auth/welcome-page.tsx'), 'WelcomePage'),
)
const signIn = at(
  '/sign-in',
  lazyRouteComponent(() => import('./auth/sign-in-page.tsx'), 'SignInPage'),
)
const link = at(
  '/link/$token',
  lazyRouteComponent(() => import('./auth/link-page.tsx'), 'LinkPage'),
)
const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: (given: Record<string, unknown>) => textsOf(given, ['q']),
  component: lazyRouteComponent(() => import('./shell/search-route.tsx'), 'SearchRoute'),
})

const routeTree = root.addChildren([
  home,
  brief,
  briefSettings,
  saved,
  spaces,
  space,
  thread,
  reply,
  people,
  tree,
  person,
  settings,
  administration,
  welcome,
  signIn,
  link,
  search,
])

export function openRouter() {
  return createRouter({ routeTree, scrollRestoration: true, defaultPreload: 'intent' })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>
  }
}
