import { z } from 'zod'
import { CommandIdField, PlainDateField, TopicKeyField } from './fields.ts'

const BandField = z.string().regex(/^[0-2]\d:[0-5]\d$/)
const most = z.int().min(0).max(9999)

/** At most so many numbers of a topic (Q40); without a date each day, without a band the whole day. */
const Quota = z.object({
  topic: TopicKeyField,
  date: PlainDateField.nullable(),
  band: BandField.nullable(),
  most,
})

/** `GET /api/quotas` and the answer of a change. */
export const QuotaList = z.object({ items: z.array(Quota), next: z.null() })

/** `POST /api/quotas`: null takes the quota away. */
export const ChangeQuotaBody = z.strictObject({
  commandId: CommandIdField,
  topic: TopicKeyField,
  date: PlainDateField.nullable(),
  band: BandField.nullable(),
  most: most.nullable(),
})
export type QuotaList = z.infer<typeof QuotaList>
