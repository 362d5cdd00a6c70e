// The languages that the product speaks. What people write may be in any.
import { z } from 'zod'

export const Language = z.enum(['en', 'de', 'es', 'fr', 'ja'])
export type Language = z.output<typeof Language>
