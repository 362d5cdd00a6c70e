// A box over the page whose code is fetched when it is first opened.
import { type ComponentType, useState } from 'react'
import { lineProblem } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { useToast } from '#ui/toast'

type Box = ComponentType<{ onClose: () => void }>

/** @returns the box while it is open and there, and how it is opened and closed; when it does not come, a toast says so */
export function useFetchedBox(load: () => Promise<Box>) {
  const [Fetched, setFetched] = useState<Box>()
  const [isOpen, setIsOpen] = useState(false)
  const toast = useToast()
  const open = () => {
    setIsOpen(true)
    load().then(
      (box) => setFetched(() => box),
      () => {
        setIsOpen(false)
        toast({ sentence: sentenceOf(lineProblem()) })
      },
    )
  }
  return { Box: isOpen ? Fetched : undefined, open, close: () => setIsOpen(false) }
}
