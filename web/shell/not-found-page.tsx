import { Link } from '@tanstack/react-router'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'

export function NotFoundPage() {
  return (
    <>
      <PageTitle>Nothing here</PageTitle>
      <EmptyState
        sentence="This address leads nowhere, or to something that you may not see."
        action={<Link to="/">Go home</Link>}
      />
    </>
  )
}
