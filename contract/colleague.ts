// Who stands as the author of what is asked without a name. No schema here: the page may bring it along.
import type { PersonId } from './ref.ts'

/** Nobody: not in the directory, not in the tree, not counted, and not to be signed in as. */
export const COLLEAGUE_ID = '00000000-0000-7000-8000-000000c011ea' as PersonId
