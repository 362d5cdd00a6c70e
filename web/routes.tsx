// Every address of the page, and where rooms meet. Screens are loaded when they are first opened.
import { createRoute, createRouter } from '@tanstack/react-router'
import { type Texts, textsOf } from '#browser/address-texts'
import { screen } from '#browser/screen'
import type { FileKind } from '#contract/files'
import type { GroupBy } from '#contract/people'
import type { FeedOrder } from '#contract/spaces'
import { answersRoutes } from './shell/answers-routes.tsx'
import { at, root } from './shell/root-route.tsx'
import { ScreenTrouble } from './shell/screen-trouble.tsx'

/** The order of a list of posts, where the address names one. */
const ordered = ({ order }: Record<string, unknown>): { order?: FeedOrder } =>
  order === 'activity' || order === 'newest' ? { order } : {}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: ordered,
  component: screen(() => import('./spaces/home-page.tsx'), 'HomePage'),
})
const worth = at(
  '/worth-your-time',
  screen(() => import('./spaces/worth-page.tsx'), 'WorthPage'),
)
const brief = at(
  '/brief',
  screen(() => import('./shell/brief-route.tsx'), 'BriefRoute'),
)
const briefSettings = at(
  '/brief/settings',
  screen(() => import('./shell/brief-settings-route.tsx'), 'BriefSettingsRoute'),
)
const prepareBrief = at(
  '/brief/for/$personId',
  screen(() => import('./brief/delegates/prepare-page.tsx'), 'PreparePage'),
)
const delegateLog = at(
  '/brief/log',
  screen(() => import('./brief/delegates/log-page.tsx'), 'DelegateLogPage'),
)
const around = at(
  '/brief/around/$postId',
  screen(() => import('./brief/delegates/around-page.tsx'), 'AroundPage'),
)
const voices = at(
  '/voices',
  screen(() => import('./voices/voices-page.tsx'), 'VoicesPage'),
)
const briefHistory = at(
  '/brief/history',
  screen(() => import('./brief/history-page.tsx'), 'BriefHistoryPage'),
)
const attention = at(
  '/brief/attention',
  screen(() => import('./brief/attention/attention-page.tsx'), 'AttentionPage'),
)
const participation = at(
  '/administration/participation',
  screen(() => import('./brief/participation-page.tsx'), 'ParticipationPage'),
)
const saved = at(
  '/saved',
  screen(() => import('./shell/saved-route.tsx'), 'SavedRoute'),
)
const scheduled = at(
  '/scheduled',
  screen(() => import('./spaces/scheduled-page.tsx'), 'ScheduledPage'),
)
const spaces = at(
  '/spaces',
  screen(() => import('./spaces/spaces-page.tsx'), 'SpacesPage'),
)
const space = createRoute({
  getParentRoute: () => root,
  path: '/spaces/$id',
  validateSearch: ordered,
  component: screen(() => import('./shell/space-route.tsx'), 'SpaceRoute'),
})
const files = createRoute({
  getParentRoute: () => root,
  path: '/spaces/$id/files',
  validateSearch: (given: Record<string, unknown>): Texts<'q'> & { kind?: FileKind | undefined } => {
    const { kind } = given
    const isKind = kind === 'document' || kind === 'picture' || kind === 'other'
    return { ...textsOf(given, ['q']), ...(isKind && { kind }) }
  },
  component: screen(() => import('./spaces/files-page.tsx'), 'FilesPage'),
})
const topics = at(
  '/topics',
  screen(() => import('./spaces/topics-page.tsx'), 'TopicsPage'),
)
const topic = createRoute({
  getParentRoute: () => root,
  path: '/topics/$topic',
  validateSearch: ordered,
  component: screen(() => import('./spaces/topic-page.tsx'), 'TopicPage'),
})
const groups = at(
  '/groups',
  screen(() => import('./shell/group-route.tsx'), 'GroupsRoute'),
)
const group = at(
  '/groups/$groupId',
  screen(() => import('./shell/group-route.tsx'), 'GroupRoute'),
)
const thread = at(
  '/threads/$postId',
  screen(() => import('./shell/thread-route.tsx'), 'ThreadRoute'),
)
const reply = at(
  '/threads/$postId/$replyId',
  screen(() => import('./shell/thread-route.tsx'), 'ThreadRoute'),
)
const notices = at(
  '/notices',
  screen(() => import('./notices/notices-page.tsx'), 'NoticesPage'),
)
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: (given: Record<string, unknown>) => textsOf(given, ['search']),
  component: screen(() => import('./people/people-page.tsx'), 'PeoplePage'),
})
type TreeSearch = Texts<'person' | 'from' | 'to' | 'open' | 'group'> & {
  by?: GroupBy | undefined
  picture?: 'yes' | 'no' | undefined
  none?: 'yes' | undefined
}
const tree = createRoute({
  getParentRoute: () => root,
  path: '/people/tree',
  validateSearch: (given: Record<string, unknown>): TreeSearch => {
    const { by, picture, none } = given
    return {
      ...textsOf(given, ['person', 'from', 'to', 'open', 'group']),
      ...((by === 'unit' || by === 'location') && { by }),
      ...((picture === 'yes' || picture === 'no') && { picture }),
      ...(none === 'yes' && { none }),
    }
  },
  component: screen(() => import('./people/tree-page.tsx'), 'TreePage'),
})
const guests = at(
  '/people/guests',
  screen(() => import('./shell/guests-route.tsx'), 'GuestsRoute'),
)
const ownData = at(
  '/settings/data',
  screen(() => import('./shell/own-data-route.tsx'), 'OwnDataRoute'),
)
const person = at(
  '/people/$id',
  screen(() => import('./shell/person-route.tsx'), 'PersonRoute'),
)
const settings = at(
  '/settings',
  screen(() => import('./shell/settings-route.tsx'), 'SettingsRoute'),
)
const noticeSettings = at(
  '/settings/notices',
  screen(() => import('./shell/notice-settings-route.tsx'), 'NoticeSettingsRoute'),
)
const silenced = at(
  '/settings/silenced',
  screen(() => import('./spaces/silenced-page.tsx'), 'SilencedPage'),
)
const moderation = at(
  '/moderation',
  screen(() => import('./spaces/moderation-page.tsx'), 'ModerationPage'),
)
const moderationLog = at(
  '/moderation/log',
  screen(() => import('./spaces/moderation-log-page.tsx'), 'ModerationLogPage'),
)
const moderationLedger = at(
  '/moderation/ledger',
  screen(() => import('./spaces/moderation-ledger-page.tsx'), 'ModerationLedgerPage'),
)
const moderationWatch = at(
  '/moderation/watch',
  screen(() => import('./spaces/moderation-watch-page.tsx'), 'ModerationWatchPage'),
)
const administration = at(
  '/administration',
  screen(() => import('./shell/administration-route.tsx'), 'AdministrationRoute'),
)
const mail = at(
  '/administration/mail',
  screen(() => import('./mail/mail-page.tsx'), 'MailPage'),
)
const mailbox = at(
  '/administration/mailbox',
  screen(() => import('./mail/mailbox-page.tsx'), 'MailboxPage'),
)
const act = at(
  '/act/$token',
  screen(() => import('./mail/act-page.tsx'), 'ActPage'),
)
const welcome = at(
  '/welcome',
  screen(() => import('./auth/welcome-page.tsx'), 'WelcomePage'),
)
const welcomeOwn = at(
  '/welcome/own',
  screen(() => import('./auth/own-page.tsx'), 'OwnPage'),
)
const shoes = at(
  '/shoes',
  screen(() => import('./auth/shoes-page.tsx'), 'ShoesPage'),
)
const leaveSample = at(
  '/leave-sample',
  screen(() => import('./auth/leave-sample-page.tsx'), 'LeaveSamplePage'),
)
const signIn = at(
  '/sign-in',
  screen(() => import('./auth/sign-in-page.tsx'), 'SignInPage'),
)
const link = at(
  '/link/$token',
  screen(() => import('./auth/link-page.tsx'), 'LinkPage'),
)
const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: (given: Record<string, unknown>) => textsOf(given, ['q']),
  component: screen(() => import('./shell/search-route.tsx'), 'SearchRoute'),
})

const routeTree = root.addChildren([
  home,
  worth,
  brief,
  briefSettings,
  prepareBrief,
  delegateLog,
  around,
  voices,
  briefHistory,
  attention,
  participation,
  saved,
  scheduled,
  spaces,
  space,
  files,
  topics,
  topic,
  groups,
  group,
  thread,
  reply,
  notices,
  people,
  tree,
  guests,
  ownData,
  person,
  settings,
  noticeSettings,
  silenced,
  moderation,
  moderationLog,
  moderationLedger,
  moderationWatch,
  administration,
  mail,
  mailbox,
  act,
  welcome,
  welcomeOwn,
  shoes,
  leaveSample,
  signIn,
  link,
  search,
  ...answersRoutes,
])

export function openRouter() {
  return createRouter({
    routeTree,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: ScreenTrouble,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>
  }
}
