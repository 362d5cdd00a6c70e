// What a person may have of their own data, and leaving the network.
import { z } from 'zod'
import { download, read, write } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
import { At, Done, PersonId, PersonRef, SpaceRef } from './ref.ts'

/** All that somebody wrote and kept, gathered into a zip for them alone. */
export const OwnDataCopy = z.object({
  id: z.uuid(),
  askedAt: At,
  state: z.enum(['waiting', 'ready', 'failed']),
  bytes: z.number().int().nullable(),
  /** When it is deleted. */
  until: At.nullable(),
})
export type OwnDataCopy = z.output<typeof OwnDataCopy>

/** Under what name stands what somebody said who left. */
export const Becomes = z.enum(['named', 'former'])
export type Becomes = z.output<typeof Becomes>

const Leaver = z.object({
  person: PersonRef,
  /** What a former colleague was called, for as long as it can be undone. */
  wasCalled: z.string().nullable(),
  leftAt: At,
  becomes: Becomes,
  undoUntil: At.nullable(),
})
export type Leaver = z.output<typeof Leaver>

export const records = {
  askForOwnData: write('records', 'ask-for-own-data', {
    summary: 'Has all that you wrote and kept gathered into a zip, as Markdown, JSON and your files.',
    caller: 'person',
    input: z.strictObject({}),
    reply: OwnDataCopy,
  }),
  listOwnData: read('records', 'list-own-data', {
    summary: 'The copies of your own data that are gathered or being gathered; each is kept for seven days.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ items: z.array(OwnDataCopy) }),
  }),
  getOwnData: download('records', 'get-own-data', {
    summary: 'A copy of your own data, as a zip, for nobody but you. Takes `Range`.',
    path: '/api/records/get-own-data/{copyId}',
    caller: 'person',
    input: z.strictObject({ copyId: z.uuid() }),
    reply: z.void(),
  }),
  dropOwnData: write('records', 'drop-own-data', {
    summary: 'Deletes a copy of your own data before its time.',
    caller: 'person',
    input: z.strictObject({ copyId: z.uuid() }),
    reply: Done,
  }),
  getLeaving: read('records', 'get-leaving', {
    summary: 'What stands in the way of your leaving the network.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({
      whyNot: z.string().nullable(),
      /** Spaces with other members that nobody but you keeps. */
      toHandOver: z.array(SpaceRef),
    }),
  }),
  leaveNetwork: write('records', 'leave-network', {
    summary:
      'You leave: you are signed out everywhere and your address is free again. What you said stays, under your name or under “Former colleague”.',
    caller: 'person',
    input: z.strictObject({ becomes: Becomes, yourName: z.string().max(120).describe('To confirm.') }),
    reply: Done,
  }),
  removePerson: write('records', 'remove-person', {
    summary: 'Removes somebody as if they had left. Spaces that they alone kept pass to their oldest member.',
    caller: 'administrator',
    input: z.strictObject({ id: PersonId, becomes: Becomes }),
    reply: Done,
  }),
  listLeavers: read('records', 'list-leavers', {
    summary: 'Who left within the last fourteen days, the latest first.',
    caller: 'administrator',
    input: z.strictObject({ ...paged }),
    reply: pageOf(Leaver),
  }),
  undoLeaving: write('records', 'undo-leaving', {
    summary: 'Takes back, within fourteen days, that somebody left.',
    caller: 'administrator',
    input: z.strictObject({ id: PersonId }),
    reply: Done,
  }),
}
