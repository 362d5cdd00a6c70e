import { Link } from '@tanstack/react-router'
import { say } from '#browser/say'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'

export function NotFoundPage() {
  return (
    <>
      <PageTitle>{say('Nothing here')}</PageTitle>
      <EmptyState
        sentence={say('This address leads nowhere, or to something that you may not see.')}
        action={<Link to="/">{say('Go home')}</Link>}
      />
    </>
  )
}
