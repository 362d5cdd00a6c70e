// What whoever asked anonymously is told once it is on its way, with the code that they are known again by.
import { useEffect, useRef } from 'react'
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import { Panel } from '#ui/panel'
import styles from './secrecy.module.css'
import { PEOPLE_MIN } from './strength-choice.tsx'

const HOUR = new Intl.DateTimeFormat(LANGUAGE, { timeStyle: 'short' })

type CodeNoteProps = {
  asked: { title: string; secret: string; postedAt: string }
  onNext: () => void
}

export function CodeNote({ asked, onNext }: CodeNoteProps) {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => note.current?.focus(), [])
  return (
    <Panel title={say('Your question waits for the next hour')}>
      <div ref={note} tabIndex={-1} className={styles.note}>
        <p>
          {say(
            '“{title}” is posted at {hour} with whatever else comes anonymously until then, or later: once {least} people were here who may have asked.',
            {
              title: asked.title,
              hour: HOUR.format(new Date(asked.postedAt)),
              least: PEOPLE_MIN,
            },
          )}
        </p>
        <p>
          {say(
            'This device remembers that you asked, until you sign out. To add to your question from elsewhere, write down its code:',
          )}
        </p>
        <code className={styles.code}>{asked.secret}</code>
      </div>
      <div>
        <Button onClick={onNext}>{say('Ask something else')}</Button>
      </div>
    </Panel>
  )
}
