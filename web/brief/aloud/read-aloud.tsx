// Reads the brief aloud, card by card, by the device's own speech: nothing leaves the device for it.
import { Pause, Play, SkipForward, Square, Volume2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { say } from '#browser/say'
import type { Card } from '#contract/brief'
import { Button } from '#ui/button'
import styles from './read-aloud.module.css'
import { browserVoice, Speaker, type Speaking } from './speaker.ts'
import { spokenPieces } from './spoken-card.ts'

type ReadAloudProps = {
  open: Card
  /** The card after the open one; undefined where that is the last. */
  next: Card | undefined
  onNext: (key: string) => void
}

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Nothing where the device cannot speak. */
export function ReadAloud({ open, next, onNext }: ReadAloudProps) {
  const { speaking, speaker } = useSpeaker()
  const isOn = speaking !== 'silent'
  const goOn = () => (next === undefined ? speaker?.stop() : onNext(next.key))
  const whenThrough = useRef(goOn)
  whenThrough.current = goOn
  // Another card is open: what was being said of the one before is said no further.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another card begins anew.
  useEffect(() => {
    if (isOn) speaker?.say(spokenPieces(open), () => whenThrough.current())
  }, [open.key, isOn])
  if (speaker === undefined) return null
  if (!isOn) {
    return (
      <p className={styles.row}>
        <Button kind="quiet" icon={<Volume2 {...ICON} />} onClick={() => speaker.goOn()}>
          {say('Read aloud')}
        </Button>
      </p>
    )
  }
  return (
    <fieldset className={styles.row} aria-label={say('Read aloud')}>
      {speaking === 'speaking' ? (
        <Button icon={<Pause {...ICON} />} onClick={() => speaker.pause()}>
          {say('Pause')}
        </Button>
      ) : (
        <Button icon={<Play {...ICON} />} onClick={() => speaker.goOn()}>
          {say('Go on')}
        </Button>
      )}
      <Button kind="quiet" icon={<SkipForward {...ICON} />} onClick={goOn}>
        {say('Skip')}
      </Button>
      <Button kind="quiet" icon={<Square {...ICON} />} onClick={() => speaker.stop()}>
        {say('Stop')}
      </Button>
    </fieldset>
  )
}

function useSpeaker(): { speaking: Speaking; speaker: Speaker | undefined } {
  const [speaking, tell] = useState<Speaking>('silent')
  const [speaker] = useState(() => {
    const voice = browserVoice()
    return voice && new Speaker(voice, tell)
  })
  // Whoever leaves the brief is not spoken to any more.
  useEffect(() => () => speaker?.stop(), [speaker])
  return { speaking, speaker }
}
