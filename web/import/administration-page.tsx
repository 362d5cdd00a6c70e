// For administrators: who is here, what came in from elsewhere, and which addresses were taken for one person.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '#browser/session'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { Panel } from '#ui/panel'
import page from '../ui/page.module.css'
import { ImportList } from './import-list.tsx'
import { MergeList } from './merge-list.tsx'

/** @param people where people are added and found, which is another room's */
export function AdministrationPage({ people, leavers }: { people: ReactNode; leavers: ReactNode }) {
  const { roles } = useMe()
  if (!roles.includes('administrator')) {
    return (
      <>
        <PageTitle>Administration</PageTitle>
        <EmptyState sentence="Only administrators see this. Ask one of them to make you one." />
      </>
    )
  }
  return (
    <div className={page.page}>
      <PageTitle>Administration</PageTitle>
      <Panel title="People">{people}</Panel>
      <Panel title="Guests">
        <p>
          <Link to="/people/guests">Who is here from outside, with whom and until when</Link>
        </p>
      </Panel>
      <Panel title="Who left">{leavers}</Panel>
      <Panel title="Archives">
        <ImportList />
      </Panel>
      <Panel title="Mail">
        <p>
          <Link to="/administration/mail">How letters leave and come in</Link>
        </p>
        <p>
          <Link to="/administration/mailbox">The mailbox of letters that were not sent</Link>
        </p>
      </Panel>
      <Panel title="Addresses taken for one person">
        <MergeList />
      </Panel>
    </div>
  )
}
