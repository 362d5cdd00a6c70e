// Speaks an answer instead of typing it, where the browser turns speech into words.
import { Mic, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useDraft } from '#browser/drafts'
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import styles from './read-aloud.module.css'

/** What of the browser's speech recognition is used; TypeScript knows none of it. */
type Recognition = {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: ((heard: Heard) => void) | null
  onend: (() => void) | null
  onerror: (() => void) | null
  start: () => void
  stop: () => void
  abort: () => void
}
type Heard = {
  resultIndex: number
  results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>
}

type Recogniser = new () => Recognition

function findRecogniser(): Recogniser | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as {
    SpeechRecognition?: Recogniser
    webkitSpeechRecognition?: Recogniser
  }
  return SpeechRecognition ?? webkitSpeechRecognition
}

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

/**
 * Puts what is spoken behind what stands in a draft. Nothing where the browser cannot hear.
 * @param onWritten is told when the draft has more words, so that what shows it can take them
 */
export function Dictation({ draftKey, onWritten }: { draftKey: string; onWritten: () => void }) {
  const [text, write] = useDraft(draftKey, '')
  const [isListening, setIsListening] = useState(false)
  const [wasRefused, setWasRefused] = useState(false)
  const recognition = useRef<Recognition>(undefined)
  useEffect(() => () => recognition.current?.abort(), [])
  const add = useRef((_: string) => {})
  add.current = (spoken) => {
    write(text === '' ? spoken : `${text} ${spoken}`)
    onWritten()
  }
  const Recogniser = findRecogniser()
  if (Recogniser === undefined) return null
  const listen = () => {
    const begun = new Recogniser()
    begun.lang = LANGUAGE
    begun.continuous = true
    begun.interimResults = false
    begun.onresult = (heard) => add.current(finalWords(heard))
    begun.onend = () => setIsListening(false)
    begun.onerror = () => setWasRefused(true)
    begun.start()
    recognition.current = begun
    setWasRefused(false)
    setIsListening(true)
  }
  return (
    <div className={styles.row}>
      {isListening ? (
        <Button icon={<Square {...ICON} />} onClick={() => recognition.current?.stop()}>
          {say('Stop listening')}
        </Button>
      ) : (
        <Button kind="quiet" icon={<Mic {...ICON} />} onClick={listen}>
          {say('Dictate')}
        </Button>
      )}
      <p role="status">
        {isListening && say('Speak now. Some browsers send your voice to their maker to turn it into words.')}
        {wasRefused && say('Nothing was heard. The browser may not use the microphone here, or has no line.')}
      </p>
    </div>
  )
}

function finalWords({ resultIndex, results }: Heard): string {
  return Array.from(results)
    .slice(resultIndex)
    .filter(({ isFinal }) => isFinal)
    .map((result) => result[0]?.transcript.trim() ?? '')
    .join(' ')
}
