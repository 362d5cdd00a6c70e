// What would have been sent, where no mail server is set: letters as they would arrive.
import { useState } from 'react'
import { say, sayWith } from '#browser/say'
import type { Letter } from '#contract/mail'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import { LetterText } from './letter-text.tsx'
import styles from './mail.module.css'
import { ForAdministrators } from './mail-page.tsx'
import { useLetter, useLetters } from './use-mail.ts'

export function MailboxPage() {
  return (
    <ForAdministrators title={say('Mailbox')}>
      <Letters />
    </ForAdministrators>
  )
}

function Letters() {
  const letters = useLetters('kept')
  const [open, setOpen] = useState<string>()
  if (letters.isPending) return <Skeleton lines={6} />
  if (letters.isError) return <Trouble problem={letters.error} onRetry={letters.refetch} />
  const items = letters.data.pages.flatMap((each) => each.items)
  if (items.length === 0) {
    return (
      <EmptyState
        sentence={say(
          'No letters. Where no mail server is set, those that you may read lie here instead of being sent.',
        )}
      />
    )
  }
  return (
    <>
      <p>{say('These letters were written and not sent.')}</p>
      <ul className={styles.list}>
        {items.map((letter) => (
          <li key={letter.id} className={styles.letter}>
            <Envelope letter={letter} isOpen={open === letter.id} onOpen={setOpen} />
            {open === letter.id && <Inside letterId={letter.id} />}
          </li>
        ))}
      </ul>
      <ShowMore of={letters} />
    </>
  )
}

type EnvelopeProps = { letter: Letter; isOpen: boolean; onOpen: (id: string | undefined) => void }

function Envelope({ letter, isOpen, onOpen }: EnvelopeProps) {
  return (
    <button
      type="button"
      className={styles.envelope}
      aria-expanded={isOpen}
      onClick={() => onOpen(isOpen ? undefined : letter.id)}
    >
      <b>{letter.subject ?? say('A letter')}</b>
      <small>
        {sayWith('to {name}, {why}, {when}', {
          name: letter.to?.name ?? say('somebody'),
          why: letter.why,
          when: <When at={letter.at} />,
        })}
      </small>
    </button>
  )
}

function Inside({ letterId }: { letterId: string }) {
  const letter = useLetter(letterId)
  const [shown, setShown] = useState<'text' | 'html'>('text')
  if (letter.isPending) return <Skeleton lines={4} />
  if (letter.isError) return <Trouble problem={letter.error} onRetry={letter.refetch} />
  const { subject, text, html } = letter.data
  return (
    <div className={styles.inside}>
      {html !== null && (
        <div>
          <Button aria-pressed={shown === 'text'} onClick={() => setShown('text')}>
            {say('As plain text')}
          </Button>{' '}
          <Button aria-pressed={shown === 'html'} onClick={() => setShown('html')}>
            {say('As HTML')}
          </Button>
        </div>
      )}
      {shown === 'html' && html !== null ? (
        // It may run nothing and fetch nothing; a link opens in a window of its own.
        <iframe
          className={styles.frame}
          title={say('{subject}, as HTML', { subject: subject ?? say('The letter') })}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={`<base target="_blank">${html}`}
        />
      ) : (
        <LetterText text={text} />
      )}
    </div>
  )
}
