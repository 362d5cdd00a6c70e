// A value that changes with every key, taken over once it has stood still.
import { useEffect, useState } from 'react'

export function useSettled<Value>(value: Value, afterMs: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(waiting)
  }, [value, afterMs])
  return settled
}
