// The door of people.
export { requirePerson } from './access.ts'
export {
  addAddresses,
  confirmAddress,
  confirmAddresses,
  listMergedAddresses,
  type PlannedAddress,
  splitAddress,
} from './addresses.ts'
export { keepColleague } from './colleague.ts'
export {
  beginDelegations,
  type Delegation,
  endAllDelegations,
  endDelegation,
  forgetDelegations,
} from './delegations.ts'
export { personDeactivated, rolesChanged } from './events.ts'
export { listEverybody, type NetworkPerson } from './everybody.ts'
export { peopleOwnData } from './export.ts'
export {
  findMailAddress,
  findMe,
  findPeopleByAddress,
  findPeopleCalled,
  findPersonByAddress,
  findPersonToSignIn,
  findReader,
  languagesOf,
  lookUpPeople,
  personRefs,
  type Reader,
} from './find-people.ts'
export { makeFirstAdministrator } from './first-administrator.ts'
export { forgetPeople, removeMergedAddresses } from './forget-people.ts'
export {
  endStays,
  findAtAddress,
  findOverdue,
  findUnsponsored,
  insertGuest,
  insertStandIn,
  keepStay,
  setSponsor,
  takeNearEnds,
  takePassedOn,
} from './guests.ts'
export {
  closePerson,
  eraseSealed,
  FORMER_NAME,
  freeAddresses,
  isLastAdministrator,
  requireOtherAdministrator,
  sealedNames,
  sealPerson,
  unsealPerson,
} from './leaving.ts'
export { beginNetwork, findNetwork, hasPeople, lockSampleNetwork, type Network } from './network.ts'
export {
  deactivateLeavers,
  lockPeople,
  type PlannedPerson,
  setManagers,
  upsertPeople,
} from './planned-people.ts'
export { whyNotTimeZone } from './profile.ts'
export { peopleRoutes } from './routes.ts'
