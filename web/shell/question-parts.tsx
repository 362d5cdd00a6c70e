// Where the panel of a question meets what it needs of other rooms.
import type { QuestionStanding } from '#contract/answers'
import { QuestionPanel } from '../answers/question-panel.tsx'
import { PersonPicker } from '../people/person-picker.tsx'

const parts = { PersonPicker }

export function QuestionParts({ standing }: { standing: QuestionStanding }) {
  return <QuestionPanel standing={standing} parts={parts} />
}
