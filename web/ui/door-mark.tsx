/** Foyer's mark: an open door. */
export function DoorMark({ size }: { size: number }) {
  return (
    <svg width={size} height={(size * 26) / 22} viewBox="0 0 22 26" aria-hidden="true">
      <path d="M2 25V11a9 9 0 0 1 18 0v14" fill="none" stroke="currentColor" strokeWidth="2.6" />
      <path d="M7 25V12a4 4 0 0 1 8 0v13z" fill="currentColor" />
    </svg>
  )
}
