// In the frame of every screen: of when it is what one sees without a line, what waits to be sent, and that a later
// version is here. Fetched once the page stands.
import { AsOf } from './as-of.tsx'
import { UpdateNote } from './update-note.tsx'
import { WaitingList } from './waiting-list.tsx'

export function OfflineFrame() {
  return (
    <>
      <UpdateNote />
      <AsOf />
      <WaitingList />
    </>
  )
}
