import { z } from 'zod'
import { PAPER_FORMS } from '../vocabulary/agency.ts'
import { textField } from './fields.ts'

const MOST = 40

/** Papers as they are counted, each once as original and once as copy; the desk may count none of what was said (V17, V94). */
export function papersTaken(least: 0 | 1) {
  return z
    .array(
      z.strictObject({
        name: textField(120, 1),
        form: z.enum(PAPER_FORMS),
        count: z.int().min(least).max(99),
      }),
    )
    .max(MOST)
    .refine((papers) => new Set(papers.map(({ name, form }) => `${form} ${name}`)).size === papers.length)
}
