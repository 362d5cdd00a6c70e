// A few people who are mentioned by one name: `@[Night crew](group:<id>)`. Guests know of none.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
import { Done, PersonId, PersonRef } from './ref.ts'

const GROUP_MEMBERS_MAX = 50
const NAME_CHARACTERS_MAX = 60
const SUGGESTED_MAX = 20

export const GroupId = z.uuid().brand<'GroupId'>()
export type GroupId = z.output<typeof GroupId>

const GroupName = z
  .string()
  .trim()
  .min(1, 'A group needs a name.')
  .max(NAME_CHARACTERS_MAX)
  .regex(/^[^[\]\\\n\r]*$/, 'A name of a group holds no brackets and no backslash.')
const Members = z.array(PersonId).max(GROUP_MEMBERS_MAX, 'A group has at most {maximum} people.')

export const NamedGroup = z.object({ id: GroupId, name: z.string(), memberCount: z.number().int() })
export type NamedGroup = z.output<typeof NamedGroup>

export const OpenGroup = NamedGroup.extend({
  members: z.array(PersonRef),
  madeBy: PersonRef,
  /** For whoever made it, and for stewards. */
  may: z.object({ edit: z.boolean() }),
})
export type OpenGroup = z.output<typeof OpenGroup>

export const namedGroups = {
  suggestGroups: read('spaces', 'suggest-groups', {
    summary: 'Groups whose name begins with some letters, for whoever is mentioning somebody.',
    caller: 'person',
    input: z.strictObject({
      text: z.string().trim().max(NAME_CHARACTERS_MAX).default(''),
      limit: z.coerce.number().int().min(1).max(SUGGESTED_MAX).default(4),
    }),
    reply: z.object({ items: z.array(NamedGroup) }),
  }),
  listNamedGroups: read('spaces', 'list-named-groups', {
    summary: 'Every group that can be mentioned, by name, and whether you may make one.',
    caller: 'member',
    input: z.strictObject({ ...paged }),
    reply: pageOf(NamedGroup).extend({ may: z.object({ make: z.boolean() }) }),
  }),
  getNamedGroup: read('spaces', 'get-named-group', {
    summary: 'A group and who is in it.',
    caller: 'member',
    input: z.strictObject({ groupId: GroupId }),
    reply: OpenGroup,
  }),
  makeNamedGroup: write('spaces', 'make-named-group', {
    summary: 'Makes a group that can be mentioned. For stewards and keepers of a space.',
    caller: 'member',
    input: z.strictObject({ name: GroupName, personIds: Members.default([]) }),
    reply: OpenGroup,
  }),
  changeNamedGroup: write('spaces', 'change-named-group', {
    summary: 'Names a group otherwise, or says anew who is in it. For whoever made it, and stewards.',
    caller: 'member',
    input: z.strictObject({ groupId: GroupId, name: GroupName.optional(), personIds: Members.optional() }),
    reply: OpenGroup,
  }),
  removeNamedGroup: write('spaces', 'remove-named-group', {
    summary: 'Removes a group. Where it was mentioned its name stays, and mentions nobody any more.',
    caller: 'member',
    input: z.strictObject({ groupId: GroupId }),
    reply: Done,
  }),
}
