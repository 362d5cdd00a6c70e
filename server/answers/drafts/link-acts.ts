// What the button behind the link of a draft does.
import { SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { sentence } from '#platform/say'
import { type LinkAct, viewerOf } from '#rooms/mail'
import { requireDraft } from './access.ts'
import { publishDraft } from './publish-draft.ts'

export const PUBLISH_DRAFT = 'answers/publish-draft'

/** What was noted when the letter was written. */
function notedIn(facts: Readonly<Record<string, unknown>>) {
  const { draftId, spaceId, name } = facts
  return { draftId: String(draftId), spaceId: SpaceId.parse(spaceId), name: String(name) }
}

export const draftLinkActs: readonly LinkAct[] = [
  {
    name: PUBLISH_DRAFT,
    describe: (facts) => {
      const { name } = notedIn(facts)
      return {
        sentence: sentence('Publish in {name} what you forwarded?', { name }),
        button: sentence('Publish in {name}', { name }),
        leadsTo: '/answers/drafts',
      }
    },
    run: async ({ db, now, personId, facts, emit }) => {
      const { draftId, spaceId, name } = notedIn(facts)
      const ctx: Ctx = { db, now, viewer: await viewerOf(db, personId), emit }
      const draft = await requireDraft(ctx, draftId)
      // The button names a space, so it publishes in no other.
      if (draft.spaceId !== spaceId) {
        throw refusal(
          'conflict',
          'draft-moved',
          'You chose another space for this draft since. Publish it among your drafts.',
        )
      }
      await publishDraft(ctx, { draftId })
      return sentence('It is published in {name}.', { name })
    },
  },
]
