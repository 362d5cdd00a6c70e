import { questionDrafts } from '#contract/question-drafts'
import { on, type Route } from '#platform/gate'
import { discardDraft } from './discard-draft.ts'
import { listDrafts } from './list-drafts.ts'
import { publishDraft } from './publish-draft.ts'
import { saveDraft } from './save-draft.ts'

export const draftsRoutes: Route[] = [
  on(questionDrafts.listDrafts, listDrafts),
  on(questionDrafts.saveDraft, saveDraft),
  on(questionDrafts.publishDraft, publishDraft),
  on(questionDrafts.discardDraft, discardDraft),
]
