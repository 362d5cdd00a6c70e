// Where a profile meets what the person said and answered.
import { useParams } from '@tanstack/react-router'
import type { PersonId } from '#contract/ref'
import { AnswersOf } from '../answers/answers-of.tsx'
import { HoursOf } from '../answers/hours/hours-of.tsx'
import { PersonPage } from '../people/person-page.tsx'
import { PostList } from '../spaces/post-list.tsx'
import { SilenceMenu } from '../spaces/silence-menu.tsx'
import { useFollowPerson } from '../spaces/use-follows.ts'

const parts = { AnswersOf, HoursOf, PostList, SilenceMenu, useFollowPerson }

export function PersonRoute() {
  const { id } = useParams({ strict: false })
  // The address is text; whether it leads anywhere is for the server to say.
  return <PersonPage key={id} id={id as PersonId} parts={parts} />
}
