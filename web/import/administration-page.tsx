// For administrators: who is here, what came in from elsewhere, and which addresses were taken for one person.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { say } from '#browser/say'
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
        <PageTitle>{say('Administration')}</PageTitle>
        <EmptyState sentence={say('Only administrators see this. Ask one of them to make you one.')} />
      </>
    )
  }
  return (
    <div className={page.page}>
      <PageTitle>{say('Administration')}</PageTitle>
      <Panel title={say('People')}>{people}</Panel>
      <Panel title={say('Guests')}>
        <p>
          <Link to="/people/guests">{say('Who is here from outside, with whom and until when')}</Link>
        </p>
      </Panel>
      <Panel title={say('Who left')}>{leavers}</Panel>
      <Panel title={say('Archives')}>
        <ImportList />
      </Panel>
      <Panel title={say('Mail')}>
        <p>
          <Link to="/administration/mail">{say('How letters leave and come in')}</Link>
        </p>
        <p>
          <Link to="/administration/mailbox">{say('The mailbox of letters that were not sent')}</Link>
        </p>
      </Panel>
      <Panel title={say('Addresses taken for one person')}>
        <MergeList />
      </Panel>
    </div>
  )
}
