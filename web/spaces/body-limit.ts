/** The same bound as the contract's Body; importing it would bring Zod into the page. */
export const BODY_CHARACTERS_MAX = 20_000
