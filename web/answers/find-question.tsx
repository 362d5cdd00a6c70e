// Finding another question while one types how it asks, and choosing it.
import type { ReactNode } from 'react'
import type { SimilarQuestion } from '#contract/similar'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import styles from './find-question.module.css'

type FindQuestionProps = {
  label: string
  hint: string
  typed: string
  onType: (words: string) => void
  found: readonly SimilarQuestion[]
  /** What is said where nothing is found. */
  nothing: string
  chooseLabel: string
  isChoosing: boolean
  onChoose: (question: SimilarQuestion) => void
  /** What else can be chosen. */
  children?: ReactNode
}

export function FindQuestion(props: FindQuestionProps) {
  const { label, hint, typed, onType, found, nothing, chooseLabel, isChoosing, onChoose, children } = props
  return (
    <div className={styles.finding}>
      <Field
        label={label}
        hint={hint}
        type="search"
        maxLength={300}
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
      {children}
      <ul className={styles.found}>
        {found.map((question) => (
          <li key={question.postId}>
            <span>
              <b>{question.line}</b>
              <small>{question.space.name}</small>
            </span>
            <Button disabled={isChoosing} onClick={() => onChoose(question)}>
              {chooseLabel}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.facts}>
        {found.length === 0 && !children && nothing}
      </p>
    </div>
  )
}
