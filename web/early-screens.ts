// What the screens that people open first need at once. The build puts their scripts and styles, and the server their
// first reads, into the document, so that nothing waits until a script has found out that it is needed.

type EarlyScreen = {
  /** As in routes.tsx. */
  path: string
  /** The module of the screen, which routes.tsx imports. */
  module: string
  /** What the screen reads first, to the letter as it asks for it; `$name` stands for that part of the path. */
  reads: readonly string[]
  /** Whether people speak on it, which they do in a face of their own. */
  hasWords: boolean
}

export const earlyScreens: readonly EarlyScreen[] = [
  {
    path: '/',
    module: 'spaces/home-page.tsx',
    hasWords: true,
    reads: ['/api/spaces/get-feed?order=activity'],
  },
  { path: '/brief', module: 'shell/brief-route.tsx', hasWords: true, reads: [] },
  {
    path: '/spaces/$id',
    module: 'shell/space-route.tsx',
    hasWords: true,
    reads: ['/api/spaces/get-space?id=$id', '/api/spaces/list-posts?spaceId=$id&order=activity'],
  },
  {
    path: '/threads/$postId',
    module: 'shell/thread-route.tsx',
    hasWords: true,
    reads: ['/api/spaces/get-thread?postId=$postId'],
  },
  { path: '/notices', module: 'notices/notices-page.tsx', hasWords: false, reads: [] },
  { path: '/shoes', module: 'auth/shoes-page.tsx', hasWords: false, reads: [] },
  { path: '/sign-in', module: 'auth/sign-in-page.tsx', hasWords: false, reads: [] },
]
