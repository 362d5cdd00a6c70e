// Where what one saved meets what one reflected on.
import { CardWords } from '../brief/card-words.tsx'
import { Reflections } from '../brief/reflections.tsx'
import { SavedPage } from '../spaces/saved-page.tsx'

const parts = { CardWords, Reflections }

export function SavedRoute() {
  return <SavedPage parts={parts} />
}
