// For administrators: how letters leave and mail comes in, what did not go out, and what came in.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { say, sayWith } from '#browser/say'
import { useMe } from '#browser/session'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { Panel } from '#ui/panel'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import { LetterList } from './letter-list.tsx'
import { MailTest } from './mail-test.tsx'
import { ReceivedList } from './received-list.tsx'
import { ServerForm } from './server-form.tsx'
import { useMailSettings } from './use-mail.ts'

export function MailPage() {
  return (
    <ForAdministrators title={say('Mail')}>
      <Panel title={say('Letters out')}>
        <Server />
      </Panel>
      <Panel title={say('Tried again')}>
        <LetterList state="waiting" none={say('No letter waits for another try.')} />
      </Panel>
      <Panel title={say('Given up')}>
        <LetterList state="dead" none={say('No letter was given up.')} />
      </Panel>
      <Panel title={say('Came in by mail')}>
        <ReceivedList />
      </Panel>
    </ForAdministrators>
  )
}

/** A screen of administrators; others are told whose it is. */
export function ForAdministrators({ title, children }: { title: string; children: ReactNode }) {
  const { roles } = useMe()
  const isMine = roles.includes('administrator')
  return (
    <div className={page.page}>
      <PageTitle>{title}</PageTitle>
      {isMine ? (
        children
      ) : (
        <EmptyState sentence={say('Only administrators see this. Ask one of them to make you one.')} />
      )}
      {isMine && (
        <p>
          <Link to="/administration">{say('All of Administration')}</Link>
        </p>
      )}
    </div>
  )
}

const toMailbox = (words: ReactNode) => <Link to="/administration/mailbox">{words}</Link>

function Server() {
  const settings = useMailSettings()
  if (settings.isPending) return <Skeleton lines={6} />
  if (settings.isError) return <Trouble problem={settings.error} onRetry={settings.refetch} />
  const { saidBy, isSample, listenPort, readsMailbox } = settings.data
  return (
    <>
      {saidBy === 'nobody' && (
        <p>
          {isSample
            ? sayWith(
                'No letter leaves so far: this is the sample company. What would be sent lies in the <way>mailbox</way>.',
                { way: toMailbox },
              )
            : sayWith(
                'No letter leaves so far: no mail server is set. What would be sent lies in the <way>mailbox</way>.',
                { way: toMailbox },
              )}
        </p>
      )}
      {!isSample && <ServerForm settings={settings.data} />}
      {!isSample && <MailTest />}
      <p>
        {listenPort !== null && say('Mail comes in at port {port}.', { port: String(listenPort) })}{' '}
        {readsMailbox && say('A mailbox is read every minute.')}
        {listenPort === null &&
          !readsMailbox &&
          say('Nobody can answer by mail so far: set MAIL_LISTEN_PORT or IMAP_URL where Foyer is started.')}
      </p>
    </>
  )
}
