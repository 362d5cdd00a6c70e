// Says aloud who replied, without chattering: what comes close together is said together.
import { useEffect, useRef, useState } from 'react'
import type { Reply } from '#contract/said'
import { Spoken } from '#ui/spoken'
import { announcementOf } from './live-words.ts'

const APART_MS = 5000

export function Announcements({ replies }: { replies: readonly Reply[] }) {
  const said = useRef(new Set<string>())
  const [sentence, setSentence] = useState('')
  const [isQuiet, setIsQuiet] = useState(true)
  const unsaid = replies.filter(({ id }) => !said.current.has(id))
  useEffect(() => {
    if (!isQuiet || unsaid.length === 0) return
    for (const { id } of unsaid) said.current.add(id)
    setSentence(announcementOf(unsaid.map(({ author }) => author.name)))
    setIsQuiet(false)
  }, [isQuiet, unsaid])
  useEffect(() => {
    if (isQuiet) return
    const over = setTimeout(() => setIsQuiet(true), APART_MS)
    return () => clearTimeout(over)
  }, [isQuiet])
  return (
    <div role="status">
      <Spoken>{sentence}</Spoken>
    </div>
  )
}
