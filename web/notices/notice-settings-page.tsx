// How notices reach one when one is not here: by what, when, and by whom also at night.
import { say } from '#browser/say'
import type { NoticeSettingsReply } from '#contract/notices'
import { Button } from '#ui/button'
import { PageTitle } from '#ui/page-title'
import { Panel } from '#ui/panel'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import { BatchTimes } from './batch-times.tsx'
import { Channels } from './channels.tsx'
import { ChosenSources } from './chosen-sources.tsx'
import { nextSentence } from './next-words.ts'
import styles from './notice-settings.module.css'
import type { NoticesParts } from './parts.ts'
import { useNoticeSettings, useSave } from './use-notice-settings.ts'

/** @param parts what other rooms lend */
export function NoticeSettingsPage({ parts }: { parts: NoticesParts }) {
  const { data, error, refetch } = useNoticeSettings()
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('How notices reach you')}</PageTitle>
        <p className={page.under}>
          {say('In Foyer they stand at once. Outside it they come together, at your times.')}
        </p>
      </header>
      {data === undefined && error === null && <Skeleton lines={10} />}
      {data === undefined && error !== null && <Trouble problem={error} onRetry={refetch} />}
      {data !== undefined && (
        <>
          <p className={styles.next} role="status">
            {nextSentence(data)}
          </p>
          {data.asks && <HalfAsOften />}
          <Channels reply={data} />
          <BatchTimes reply={data} />
          <ChosenSources reply={data} PersonPicker={parts.PersonPicker} />
          <WhoSees reply={data} />
        </>
      )}
    </div>
  )
}

function HalfAsOften() {
  const save = useSave()
  return (
    <Panel title={say('Half as often')}>
      <p>
        {say(
          'You did not open the last three batches, so from now on they come half as often. Is that right?',
        )}
      </p>
      <div className={page.row}>
        <Button onClick={() => save({ isHalved: true })}>{say('Half as often is right')}</Button>
        <Button kind="quiet" onClick={() => save({ isHalved: false })}>
          {say('As often as before')}
        </Button>
      </div>
    </Panel>
  )
}

function WhoSees({ reply: { hasMail } }: { reply: NoticeSettingsReply }) {
  return (
    <p className={styles.hint}>
      {!hasMail && (
        <>{say('Foyer knows no address at which you read mail for certain, so no mail goes to you.')} </>
      )}
      {say(
        'What you read is seen by you alone. A batch counts as opened when you come to one of its threads; nothing in a mail watches you.',
      )}
    </p>
  )
}
