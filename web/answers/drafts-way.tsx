// The way to one's drafts of questions, for whoever has some.
import { Link } from '@tanstack/react-router'
import { say } from '#browser/say'
import { useQuestionDrafts } from './use-question-drafts.ts'

export function DraftsWay({ className }: { className: string | undefined }) {
  const count = useQuestionDrafts().data?.items.length ?? 0
  if (count === 0) return null
  return (
    <Link to="/answers/drafts" className={className}>
      {say('{count, plural, one {# draft of a question} other {# drafts of questions}}', { count })}
    </Link>
  )
}
