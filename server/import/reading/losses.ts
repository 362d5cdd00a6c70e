// What of an archive is lost, as readers tell it.
import type { ArchiveLoss, Whereabouts } from '../archive.ts'

/** Something that comes in changed. */
export function lossy(reason: string, where: Whereabouts): ArchiveLoss {
  return { what: 'loss', outcome: 'lossy', isMessage: false, reason, where }
}

/** A whole message that stays out. */
export function skippedMessage(reason: string, where: Whereabouts): ArchiveLoss {
  return { what: 'loss', outcome: 'skipped', isMessage: true, reason, where }
}

/** Something that stays out and is no message. */
export function leftAside(reason: string, where: Whereabouts): ArchiveLoss {
  return { what: 'loss', outcome: 'skipped', isMessage: false, reason, where }
}
