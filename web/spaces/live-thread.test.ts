import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { LiveEvent } from '#contract/live'
import type { Post, Reply, Thread } from '#contract/said'
import type { Pages } from './held-threads.ts'
import { stampedPage, withAnswer, withFetched, withHeard } from './live-thread.ts'

const author = {
  id: 'a',
  name: 'Marta Wójcik',
  title: null,
  unit: null,
  location: null,
  isActive: true,
  guestOf: null,
}
const LIMIT = 3

/** A server that holds one thread, tells what happens in order, and answers in pages. */
class MadeServer {
  post = { id: 'post', ...saidOf('The post', 0), replyCount: 0 } as unknown as Post
  replies: Reply[] = []

  write(body: string): Reply {
    const number = this.replies.length + 1
    const reply = {
      id: `r${String(number).padStart(3, '0')}`,
      postId: 'post',
      answersId: null,
      ...saidOf(body, number),
    }
    this.replies.push(reply as unknown as Reply)
    this.post = { ...this.post, replyCount: number }
    return reply as unknown as Reply
  }

  change(index: number, more: Partial<Reply>): Reply | undefined {
    const reply = this.replies[index % Math.max(1, this.replies.length)]
    if (reply === undefined) return undefined
    const changed = { ...reply, ...more }
    this.replies = this.replies.map((each) => (each.id === changed.id ? changed : each))
    return changed
  }

  /** So many pages from the beginning, as one fetch after another would bring them at one instant. */
  pages(count: number): Thread[] {
    const starts = Array.from({ length: count }, (_, page) => page * LIMIT)
    return starts
      .filter((start) => start === 0 || start < this.replies.length)
      .map((start) => {
        const hasMore = start + LIMIT < this.replies.length
        const replies = this.replies.slice(start, start + LIMIT)
        return {
          post: this.post,
          replies,
          nextCursor: hasMore ? `${start + LIMIT}` : null,
          previousCursor: null,
        }
      }) as unknown as Thread[]
  }
}

function saidOf(body: string, minute: number) {
  const at = new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString()
  return { author, body, at, editedAt: null, isDeleted: false, reactions: [], isSaved: false }
}

const fetched = (pages: Thread[], askedAt: number): Pages => ({
  pages: pages.map((page) => stampedPage(page, askedAt)),
  pageParams: pages.map((_, index) => (index === 0 ? undefined : `${index * LIMIT}`)),
})

type Step =
  | { step: 'write' | 'edit' | 'delete' | 'react'; index: number }
  /** The server looks up the next happening, and what it told last comes in. */
  | { step: 'tell' | 'deliver' | 'deliver-again' | 'hear-all' }
  | { step: 'ask' | 'look' | 'arrive'; count: number }
  | { step: 'reply' | 'answer' }

const steps = fc.array(
  fc.oneof(
    fc.record({ step: fc.constantFrom('write', 'edit', 'delete', 'react'), index: fc.nat(20) }),
    fc.record({ step: fc.constantFrom('tell', 'deliver', 'deliver-again', 'hear-all', 'hear-all') }),
    fc.record({ step: fc.constantFrom('ask', 'look', 'arrive'), count: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ step: fc.constantFrom('reply', 'answer') }),
  ),
  { maxLength: 80 },
) as fc.Arbitrary<Step[]>

/** A page in front of the server: what is on its way to it, and what it knows. */
class MadePage {
  server = new MadeServer()
  known = fetched(this.server.pages(1), 0)
  heard = 0
  happened: ((server: MadeServer) => LiveEvent | undefined)[] = []
  told: LiveEvent[] = []
  last: LiveEvent | undefined
  fetching: { askedAt: number; count: number; pages?: Thread[] }[] = []
  answering: { reply: Reply; askedAt: number }[] = []

  take(step: Step): void {
    const acts: Record<Step['step'], () => void> = {
      write: () => this.happen(this.server.write('Said'), 'reply-written'),
      edit: () => this.happen(this.change(step, { body: `Edited ${this.happened.length}` }), 'words-changed'),
      delete: () => this.happen(this.change(step, { isDeleted: true, body: '' }), 'words-changed'),
      react: () => this.happen(this.change(step, this.reacted()), 'reactions-changed'),
      tell: () => this.tell(),
      deliver: () => this.hear(this.told.shift()),
      // The same state may be told twice, for two happenings that were looked up together.
      'deliver-again': () => this.hear(this.told[0]),
      'hear-all': () => this.hearAll(),
      ask: () => this.fetching.push({ askedAt: this.heard, count: 'count' in step ? step.count : 1 }),
      look: () => this.look(),
      arrive: () => this.arrive(),
      reply: () => {
        const askedAt = this.heard
        const reply = this.server.write('Mine')
        this.happen(reply, 'reply-written')
        this.answering.push({ reply, askedAt })
      },
      answer: () => {
        const answer = this.answering.shift()
        if (answer !== undefined) this.known = withAnswer(this.known, answer.reply, answer.askedAt)
      },
    }
    acts[step.step]()
  }

  change(step: Step, more: Partial<Reply>): Reply | undefined {
    return this.server.change('index' in step ? step.index : 0, more)
  }

  reacted(): Partial<Reply> {
    return {
      reactions: [{ kind: 'agree', count: this.happened.length + this.told.length + 1, isYours: false }],
    }
  }

  happen(reply: Reply | undefined, what: 'reply-written' | 'words-changed' | 'reactions-changed'): void {
    if (reply === undefined) return
    const { id } = reply
    this.happened.push((server) => {
      const now = server.replies.find((each) => each.id === id)
      if (now === undefined) return undefined
      const postId = server.post.id
      if (what === 'reply-written') return { what, postId, reply: now, replyCount: server.post.replyCount }
      if (what === 'words-changed') return { what, postId, reply: now }
      return { what, postId, saidId: id as never, reactions: now.reactions }
    })
  }

  tell(): void {
    const event = this.happened.shift()?.(this.server)
    if (event !== undefined) this.told.push(event)
  }

  hear(event: LiveEvent | undefined): void {
    if (event === undefined) return
    this.heard += 1
    this.known = withHeard(this.known, event, this.heard)
  }

  look(): void {
    const next = this.fetching.find(({ pages }) => pages === undefined)
    if (next !== undefined) next.pages = this.server.pages(next.count)
  }

  /** Fetches arrive in any order: the one that was asked for last may be there first. */
  arrive(): void {
    const at = this.fetching.findLastIndex(({ pages }) => pages !== undefined)
    const [arrived] = at < 0 ? [] : this.fetching.splice(at, 1)
    if (arrived?.pages !== undefined)
      this.known = withFetched(this.known, fetched(arrived.pages, arrived.askedAt))
  }

  /** Everything that is on its way comes in. */
  settle(): void {
    while (this.answering.length > 0) this.take({ step: 'answer' })
    while (this.fetching.length > 0) {
      this.look()
      this.arrive()
    }
    this.hearAll()
  }

  hearAll(): void {
    while (this.happened.length > 0) this.tell()
    while (this.told.length > 0) this.hear(this.told.shift())
  }
}

const bare = (said: Post | Reply) => {
  const { heardAt, reactedAt, countedAt, ...rest } = said as Reply & Record<string, unknown>
  return rest
}
const repliesOf = ({ pages }: Pages) => pages.flatMap(({ replies }) => replies)

describe('a thread that is fetched and told of', () => {
  it('ends as the server has it, however telling, fetching and answering fell together', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const page = new MadePage()
        for (const step of taken) page.take(step)
        page.settle()
        const known = repliesOf(page.known)
        const ids = new Set(known.map(({ id }) => id))
        const expected = page.server.replies.filter(({ id }) => ids.has(id))
        // A later page's copy of a reply is the one that is shown.
        const shown = [...new Map(known.map((reply) => [reply.id, reply])).values()]
        assert.deepEqual(shown.map(bare), expected)
        assert.equal(page.known.pages[0]?.post.replyCount, page.server.post.replyCount)
        if (page.known.pages.at(-1)?.nextCursor === null)
          assert.equal(shown.length, page.server.replies.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('shows a reply of one’s own once, whether the answer or the telling comes first', () => {
    const server = new MadeServer()
    const before = fetched(server.pages(1), 0)
    const reply = server.write('Mine')
    const event: LiveEvent = { what: 'reply-written', postId: server.post.id, reply, replyCount: 1 }
    for (const after of [
      withHeard(withAnswer(before, reply, 0), event, 1),
      withAnswer(withHeard(before, event, 1), reply, 0),
    ]) {
      assert.deepEqual(repliesOf(after).map(bare), [reply])
      assert.equal(after.pages[0]?.post.replyCount, 1)
    }
  })

  it('keeps what stood below when it is fetched anew in smaller pages', () => {
    const server = new MadeServer()
    let known = fetched(server.pages(1), 0)
    for (let number = 1; number <= 5; number += 1) {
      const reply = server.write(`Reply ${number}`)
      known = withHeard(
        known,
        { what: 'reply-written', postId: server.post.id, reply, replyCount: number },
        number,
      )
    }
    const after = withFetched(known, fetched(server.pages(1), 5))
    assert.equal(repliesOf(after).length, 5)
    assert.notEqual(after.pages[0]?.nextCursor, null)
  })

  it('takes in nothing of another thread', () => {
    const server = new MadeServer()
    const known = fetched(server.pages(1), 0)
    const reply = server.write('Elsewhere')
    const event = { what: 'reply-written', postId: 'another', reply, replyCount: 1 } as unknown as LiveEvent
    assert.equal(withHeard(known, event, 1), known)
  })
})
