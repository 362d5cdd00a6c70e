// What of this room's happenings goes to whom, in at most one statement each for replies, for posts and for lists of
// threads, however many listen. Who may see the space is asked in those very statements.
import type { PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import type { Heard, LiveSource, Told } from '#platform/live'
import type { SpacesHappening } from './live-happenings.ts'
import { loadMoves } from './live-moves.ts'
import { type LoadedWords, loadPosts, loadReplies } from './live-words.ts'

type Happened = SpacesHappening & Pick<Heard, 'listening'>

export const spacesLive: LiveSource = {
  room: 'spaces',
  tell: async (db, heard) => {
    const happened = heard.map(({ happening, listening }) => ({
      // Only `live-happenings.ts` makes happenings of this room.
      ...(happening as SpacesHappening),
      listening,
    }))
    const told = await Promise.all([tellWords(db, happened), tellMoves(db, happened)])
    return told.flat()
  },
}

const topicOfPost = (postId: PostId) => `postId:${postId}`
const topicOfSpace = (spaceId: SpaceId) => `spaceId:${spaceId}`
const TOPIC_OF_HOME = 'home:yes'

const isPost = ({ saidId, postId }: { saidId: SaidId; postId: PostId }) => (saidId as string) === postId

/** For open threads: what was said, as each listener would find it. */
async function tellWords(db: Db, happened: readonly Happened[]): Promise<Told[]> {
  // Nobody can have a thread open that only now began.
  const changes = happened.filter((each) => !(isPost(each) && each.what === 'spaces/words-written'))
  // The same words told of twice in a round are looked up once.
  const words = new Map(changes.map((each) => [each.saidId, each]))
  const asked = [...words.values()].flatMap((each) =>
    each.listening(topicOfPost(each.postId)).map((personId) => ({ personId, said: each })),
  )
  const [replies, posts] = await Promise.all([
    loadReplies(
      db,
      asked.filter(({ said }) => !isPost(said)),
    ),
    loadPosts(
      db,
      asked.filter(({ said }) => isPost(said)),
    ),
  ])
  const loaded = Map.groupBy([...replies, ...posts], ({ saidId }) => saidId)
  return changes.flatMap((each) =>
    (loaded.get(each.saidId) ?? []).map((found) => ({
      topic: topicOfPost(each.postId),
      personIds: new Set(found.personIds),
      json: wordsEvent(each, found),
    })),
  )
}

function wordsEvent(happening: SpacesHappening, { json, replyCount, reactions }: LoadedWords): string {
  const { what, saidId, postId } = happening
  if (what === 'spaces/reactions-changed') {
    return `{"what":"reactions-changed","postId":"${postId}","saidId":"${saidId}","reactions":${reactions}}`
  }
  if (isPost(happening)) return `{"what":"words-changed","postId":"${postId}","post":${json}}`
  if (what === 'spaces/words-changed') return `{"what":"words-changed","postId":"${postId}","reply":${json}}`
  return `{"what":"reply-written","postId":"${postId}","replyCount":${replyCount},"reply":${json}}`
}

/** For home and spaces: that a thread began or was replied in. */
async function tellMoves(db: Db, happened: readonly Happened[]): Promise<Told[]> {
  const written = happened.filter(({ what }) => what === 'spaces/words-written')
  const asked = [...new Map(written.map((each) => [each.postId, each])).values()].flatMap((thread) => [
    ...askedBy(thread, { topic: topicOfSpace(thread.spaceId), isHome: false }),
    ...askedBy(thread, { topic: TOPIC_OF_HOME, isHome: true }),
  ])
  const loaded = Map.groupBy(await loadMoves(db, asked), ({ postId }) => postId)
  return written.flatMap((each) =>
    (loaded.get(each.postId) ?? []).map(({ isHome, personIds, ...facts }) => {
      const { spaceId, authorId } = each
      const event = { what: 'thread-moved', spaceId, authorId, isPost: isPost(each), ...facts }
      return {
        topic: isHome ? TOPIC_OF_HOME : topicOfSpace(spaceId),
        personIds: new Set(personIds),
        json: JSON.stringify(event),
      }
    }),
  )
}

function askedBy(thread: Happened, { topic, isHome }: { topic: string; isHome: boolean }) {
  const { postId, spaceId } = thread
  return thread.listening(topic).map((personId: PersonId) => ({ personId, postId, spaceId, isHome }))
}
