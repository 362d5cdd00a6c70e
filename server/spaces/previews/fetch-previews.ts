// Fetches what pages tell of themselves for the links in words, and puts it under the words.
import type { LinkPreview } from '#contract/previews'
import type { FetchPage } from '#outside/fetch'
import type { Db } from '#platform/db'
import { linksIn } from './links-in.ts'
import { previewOf } from './page-told.ts'
import {
  findTold,
  findWordsWithLinks,
  keepTold,
  letGo,
  putPreviews,
  takeWanting,
  type Wanting,
  type WordsWithLinks,
} from './store.ts'

const TOGETHER_MAX = 8
/** Longer than the slowest pages of one round take together. */
const TAKEN_SECONDS = 60
const TOLD_HOURS = 7 * 24
/** A page that told nothing may only have been away. */
const SILENT_HOURS = 1

type Work = { db: Db; now: Temporal.Instant; fetchPage: FetchPage }

/** Looks at some of the words that wait. Run twice it finds what it found. */
export async function fetchPreviews(work: Work): Promise<void> {
  const { db, now } = work
  const wanting = await takeWanting(db, { now, most: TOGETHER_MAX, seconds: TAKEN_SECONDS })
  await Promise.all(wanting.map((each) => lookAt(work, each)))
}

async function lookAt(work: Work, wanting: Wanting): Promise<void> {
  const said = await findWordsWithLinks(work.db, wanting.saidId)
  if (said !== undefined) await putPreviews(work.db, said, await previewsFor(work, said))
  await letGo(work.db, wanting)
}

async function previewsFor(work: Work, { body, removed }: WordsWithLinks): Promise<LinkPreview[]> {
  const links = linksIn(body).filter((link) => !removed.includes(link))
  if (links.length === 0) return []
  const known = new Map(
    (await findTold(work.db, links.map(pageOf), work.now)).map(({ url, preview }) => [url, preview]),
  )
  const previews = await Promise.all(
    links.map(async (link) => {
      const page = pageOf(link)
      const preview = known.has(page) ? known.get(page) : await askPage(work, page)
      return preview ? [{ ...preview, url: link }] : []
    }),
  )
  return previews.flat()
}

/** What stands behind the hash is found by the browser; to the server it is the same page. */
function pageOf(link: string): string {
  const [page = link] = link.split('#')
  return page
}

async function askPage({ db, now, fetchPage }: Work, url: string): Promise<LinkPreview | null> {
  const page = await fetchPage(url)
  const preview = (page && previewOf(url, page)) ?? null
  const until = now.add({ hours: preview === null ? SILENT_HOURS : TOLD_HOURS })
  await keepTold(db, { url, preview, until })
  return preview
}
