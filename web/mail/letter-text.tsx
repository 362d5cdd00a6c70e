import styles from './mail.module.css'

const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/

/** The plain text of a letter, with its addresses as links. */
export function LetterText({ text }: { text: string }) {
  // Split by a group, so every second piece is an address; pieces never move, so their place names them.
  const pieces = text.split(ADDRESS).map((piece, at) => ({ piece, at }))
  return (
    <pre className={styles.text}>
      {pieces.map(({ piece, at }) =>
        at % 2 === 1 ? (
          <a key={at} href={piece}>
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </pre>
  )
}
