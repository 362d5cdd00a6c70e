import styles from './avatar.module.css'

/** A person's initials; the name stands beside it in words, so it is hidden from assistive technology. */
export function Avatar({ person, size = 'plain' }: { person: { name: string }; size?: 'plain' | 'large' }) {
  return (
    <span
      className={size === 'large' ? `${styles.avatar} ${styles.large}` : styles.avatar}
      aria-hidden="true"
    >
      {initialsOf(person.name)}
    </span>
  )
}

/** The first letters of the first and the last word of a name. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase()
}
