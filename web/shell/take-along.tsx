// Puts the threads of a brief on the device, for a flight or a tunnel.
import { useQueryClient } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { now } from '#browser/clock'
import { DAYS_LOCALE } from '#browser/language'
import { offline } from '#browser/offline'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Brief } from '#contract/brief'
import { Button } from '#ui/button'
import { takeThreadAlong } from '../spaces/use-thread.ts'
import styles from './take-along.module.css'

const CLOCK = new Intl.DateTimeFormat(DAYS_LOCALE, { hour: '2-digit', minute: '2-digit' })

/** The brief itself is on the device since it was opened. */
export function TakeAlong({ brief }: { brief: Brief }) {
  const { take, standing, isTaking } = useTaking(brief)
  return (
    <div className={styles.along}>
      <Button
        kind="quiet"
        disabled={isTaking}
        icon={<Download size={18} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => void take()}
      >
        {isTaking ? say('Taking it along …') : say('Take it along')}
      </Button>
      <p role="status" className={styles.standing}>
        {standing}
      </p>
    </div>
  )
}

function useTaking({ cards }: Brief) {
  const queries = useQueryClient()
  const [standing, setStanding] = useState<string>()
  const [isTaking, setIsTaking] = useState(false)
  const take = async () => {
    setIsTaking(true)
    try {
      const kept = await offline()
      // One after the other: whoever leaves in a minute has the first ones.
      const places = cards.flatMap(({ words }) => (words === null ? [] : [words]))
      for (const place of places) await takeThreadAlong(queries, place)
      await kept?.reads.flush()
      setStanding(takenSentence({ isKept: kept !== undefined, threads: places.length }))
    } catch (error) {
      setStanding(sentenceOf(error))
    } finally {
      setIsTaking(false)
    }
  }
  return { take, standing, isTaking }
}

function takenSentence({ isKept, threads }: { isKept: boolean; threads: number }): string {
  if (!isKept) return say('This browser keeps nothing for Foyer, so it cannot be taken along.')
  return say(
    'The brief and {threads, plural, one {its thread is} other {its # threads are}} on this device, as of {time}.',
    { threads, time: CLOCK.format(now()) },
  )
}
