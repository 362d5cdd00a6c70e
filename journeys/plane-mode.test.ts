// A day on a plane: what was read is there, what is done waits, and all of it is done once when the line is back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { delegates } from '#contract/delegates'
import type { PersonId, PostId, SaidId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { type Overnight, talkOvernight } from './said-overnight.ts'
import { becomes } from './waiting.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const GREETING = 'Good morning, Ingrid'
const DRAFT = 'After the review, and not before.'
/** The browser tells of each request that finds no line. */
const NO_LINE = /net::ERR_|Failed to fetch|^CallProblem/

for (const device of devices) {
  test(`twelve acts without a line are done once and in order, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse({ keepsPage: true })
    const overnight = await talkOvernight(house)
    const walker = await house.enter(device, 'executive')
    await joinSpace(house, overnight)
    await prepare(house, overnight)
    await pack(walker)
    await walker.through(NO_LINE, async () => {
      await walker.page.context().setOffline(true)
      await readOnBoard(walker, overnight)
      await actOnBoard(walker, overnight)
      await beginAnew(walker, overnight)
      await land(walker)
    })
    await proveOnce(house, overnight)
    await leaveNothing(walker)
  })
}

async function joinSpace(house: House, { spaceId }: Overnight): Promise<void> {
  must(await (await house.as('executive')).write(spaces.joinSpace, { id: spaceId }))
}

/** Her chief of staff drafts answers before she leaves. */
async function prepare({ as }: House, { posts }: Overnight): Promise<void> {
  must(await (await as('executive')).write(delegates.nameDelegate, { personId: cast.delegate.id }))
  const delegate = await as('delegate')
  for (const title of ['Travel freeze', 'Second shift', 'Town hall', 'Purge valve']) {
    const saidId = idOf(posts, title) as string as SaidId
    const card = { personId: cast.executive.id, saidId, part: 'draft' as const, body: DRAFT }
    must(await delegate.write(delegates.prepareCard, card))
  }
}

/** Opens what is to be read later, takes the brief along, and waits until the browser has the page. */
async function pack({ page, goTo, look }: Walker): Promise<void> {
  const stands = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  await goTo('/')
  await stands('Home')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await page.getByRole('link', { name: 'Spaces', exact: true }).click()
  await stands('Spaces')
  await page.getByRole('link', { name: /Paint & Finish/ }).click()
  await stands('Paint & Finish')
  await page.getByRole('link', { name: 'Canteen' }).click()
  await stands('Canteen')
  await page.getByRole('link', { name: 'Brief', exact: true }).click()
  await page.getByRole('button', { name: 'Take it along' }).click()
  await page.getByText(/threads are on this device, as of/).waitFor()
  await look(GREETING)
}

/** A page that begins without a line shows what was read, and says of when it is. */
async function readOnBoard({ page, goTo, look }: Walker, { spaceId, posts }: Overnight): Promise<void> {
  await goTo('/')
  await page.getByText('You are offline.').waitFor()
  await page.getByText(/What you see here is as of \d\d:\d\d/).waitFor()
  await look('Home')
  await goTo(`/spaces/${spaceId}`)
  await page.getByRole('link', { name: 'Label printer' }).waitFor()
  // Never opened: the brief took it along.
  await goTo(`/threads/${posts.get('First week')}`)
  await page.getByText('Nobody could tell me').waitFor()
}

async function actOnBoard(walker: Walker, { spaceId, posts }: Overnight): Promise<void> {
  const { page, goTo, look } = walker
  await goTo(`/threads/${posts.get('Canteen')}`)
  // 1, 2: a reply, and a reaction to the post.
  await page.getByRole('button', { name: 'Reply to Omar Said' }).click()
  await write(walker, {
    into: 'Your reply to Omar Said',
    words: 'It stays open until two from Monday.',
    send: 'Reply',
  })
  await waits(walker, 1)
  await page.getByRole('article').getByRole('button', { name: 'Thank' }).click()
  await waits(walker, 2)
  // 3, 4: to one's own reply that waits, a reaction and an answer.
  const own = page.getByRole('list', { name: 'Your replies that wait' })
  await own.getByRole('button', { name: 'Curious' }).click()
  await waits(walker, 3)
  await own.getByRole('button', { name: 'Reply to what waits' }).click()
  await write(walker, {
    into: `Your reply to ${cast.executive.name}`,
    words: 'On Fridays until one.',
    send: 'Reply',
  })
  await waits(walker, 4)
  // 5: saved.
  await page.getByRole('button', { name: 'More for what Omar Said said' }).click()
  await page.getByRole('menuitem', { name: 'Save', exact: true }).click()
  await waits(walker, 5)
  await look('Canteen')
  // 6, 7: a post, and a reply to it while it waits.
  await goTo(`/spaces/${spaceId}`)
  await page.getByRole('button', { name: 'Say something in Paint & Finish' }).click()
  await page.getByLabel('Title, if it needs one').fill('From the air')
  await write(walker, {
    into: 'What is on your mind?',
    words: 'I read all of it above the clouds.',
    send: 'Post',
  })
  await waits(walker, 6)
  await page.getByRole('button', { name: 'Reply to what waits' }).click()
  await write(walker, { into: 'Your reply to your post', words: 'And now I land.', send: 'Reply' })
  await waits(walker, 7)
  await look('Paint & Finish')
  // 8 to 12: five cards of the brief, the last with what was drafted for her.
  await goTo('/brief')
  await page.getByRole('button', { name: /^Answer/ }).click()
  await write(walker, {
    into: /^Your answer to/,
    words: 'It ends on the first of March.',
    send: 'Send answer',
  })
  await waits(walker, 8)
  await page.getByRole('button', { name: /^Later/ }).click()
  await waits(walker, 9)
  await page.getByRole('button', { name: /^Save/ }).click()
  await waits(walker, 10)
  await page.getByRole('button', { name: /^Thank/ }).click()
  await waits(walker, 11)
  await page.getByRole('button', { name: 'Send this answer' }).click()
  await waits(walker, 12)
}

type Written = { into: string | RegExp; words: string; send: string }

async function write({ page }: Walker, { into, words, send }: Written): Promise<void> {
  await page.getByLabel(into).fill(words)
  await page.getByRole('button', { name: send, exact: true }).click()
}

function waits({ page }: Walker, count: number): Promise<void> {
  return page.getByText(count === 1 ? '1 waits to be sent' : `${count} wait to be sent`).waitFor()
}

/** The page is loaded once more, still without a line; nothing of it is gone. */
async function beginAnew(walker: Walker, { posts }: Overnight): Promise<void> {
  const { page, goTo, look } = walker
  await page.reload()
  await waits(walker, 12)
  await page.locator('[role=progressbar][aria-valuetext="5 of 10 done"]').waitFor()
  await page.getByText('12 wait to be sent').click()
  await page.getByText('Waits for a connection.').nth(11).waitFor()
  await look(GREETING)
  await goTo(`/threads/${posts.get('Canteen')}`)
  const own = page.getByRole('list', { name: 'Your replies that wait' })
  await own.getByText('It stays open until two from Monday.').waitFor()
  await own.getByText('waits for a connection').first().waitFor()
}

async function land({ page, look }: Walker): Promise<void> {
  await page.context().setOffline(false)
  await page.getByText('You are offline.').waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: '2 replies' }).waitFor()
  await page.getByText('to be sent').waitFor({ state: 'detached' })
  await look('Canteen')
}

const DONE = [
  ...['write-reply', 'react', 'react', 'write-reply', 'save-words', 'write-post', 'write-reply'],
  ...Array<string>(5).fill('finish-card'),
]

/** What the database holds: each act once, in the order in which it was done, and each where it belongs. */
async function proveOnce({ db, as }: House, { posts }: Overnight): Promise<void> {
  const done = await sql<{ name: string }>`
    select split_part(w.endpoint, '/', 4) as name
    from platform.done_write w join people.person p on p.id::text = w.caller
    where p.name = ${cast.executive.name} and split_part(w.endpoint, '/', 4) = any(${DONE})
    order by w.xmin::text::bigint`.execute(db)
  assert.deepEqual(
    done.rows.map(({ name }) => name),
    DONE,
  )
  const executive = await as('executive')
  const { post, replies } = must(await executive.read(spaces.getThread, { postId: idOf(posts, 'Canteen') }))
  // The time of a journey stands still, so both were said at the same moment.
  const [first, second] = replies.toSorted((one) => (one.answersId === null ? -1 : 1))
  assert.deepEqual(
    [first, second].map((reply) => [reply?.body, reply?.answersId]),
    [
      ['It stays open until two from Monday.', null],
      ['On Fridays until one.', first?.id],
    ],
  )
  assert.equal(replies.length, 2)
  assert.deepEqual(post.reactions, [{ kind: 'thank', count: 1, isYours: true }])
  assert.deepEqual(first?.reactions, [{ kind: 'curious', count: 1, isYours: true }])
  assert.deepEqual([post.isSaved, second?.reactions], [true, []])
  const own = must(await executive.read(spaces.listPostsOf, { personId: replies[0]?.author.id as PersonId }))
  const [flown] = own.items
  assert.deepEqual([own.items.length, flown?.title, flown?.replyCount], [1, 'From the air', 1])
  const drafted = await sql<{ body: string; by: string }>`
    select r.body, p.name as by from spaces.reply r join people.person p on p.id = r.drafted_by
    where r.author_id = ${cast.executive.id}`.execute(db)
  assert.deepEqual(drafted.rows, [{ body: DRAFT, by: cast.delegate.name }])
}

function idOf(posts: Overnight['posts'], title: string): PostId {
  return posts.get(title) as PostId
}

/** Whoever signs out leaves nothing on the device. */
async function leaveNothing({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/settings')
  // What the page asks for must be there first: nobody answers it once they are gone.
  await look('Settings')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await look('Sign in to Foyer Test')
  await becomes(page, { acts: 0, labels: 0, reads: 0 }, () => page.evaluate(countKept))
}

/** Runs in the page. */
async function countKept(): Promise<Record<string, number>> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('foyer')
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  const counts: Record<string, number> = {}
  for (const name of opened.objectStoreNames) {
    counts[name] = await new Promise((resolve) => {
      const asked = opened.transaction(name).objectStore(name).count()
      asked.onsuccess = () => resolve(asked.result)
    })
  }
  opened.close()
  return counts
}
