// Fetches what anonymous questions are paid with, for everybody and some time after they came: whoever has tokens did
// not thereby show that they want to ask.
import { useEffect } from 'react'
import { isLooking } from '#browser/looking'
import { useMe } from '#browser/session'

const SECONDS_MIN = 5
const SECONDS_MORE = 55

export function TokenFetching() {
  const { person } = useMe()
  const isOfHouse = person.guestOf === null
  useEffect(() => {
    if (!isOfHouse || isLooking()) return
    const later = setTimeout(
      async () => {
        if (!navigator.onLine) return
        const { fetchStock } = await import('../answers/secrecy/stock.ts')
        // Nobody waits for it; the page on which one asks fetches what is lacking.
        await fetchStock(person.id).catch(() => {})
      },
      (SECONDS_MIN + Math.random() * SECONDS_MORE) * 1000,
    )
    return () => clearTimeout(later)
  }, [person.id, isOfHouse])
  return null
}
