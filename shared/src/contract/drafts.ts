import { z } from 'zod'
import { MATERIAL_STATES } from '../vocabulary/case.ts'
import { ID_KINDS } from '../vocabulary/personal-data.ts'
import { ItemRow } from './case-lists.ts'
import { CommandIdField, InstantField, PlainDateField, TicketIdField, textField } from './fields.ts'

/** What is half written at a window, as it was typed: nothing in it has been checked (C410). */
export const DraftContent = z.strictObject({
  item: ItemRow.nullable(),
  name: textField(60),
  idKind: z.enum(ID_KINDS).default('id_card'),
  idNo: textField(40),
  idNote: textField(60),
  phone: textField(40),
  contact: textField(60).default(''),
  village: textField(10),
  agent: textField(60),
  note: textField(500),
  marks: z.record(
    textField(120, 1),
    z.strictObject({ state: z.enum(MATERIAL_STATES), promisedOn: PlainDateField.nullable() }),
  ),
})
export type DraftContent = z.infer<typeof DraftContent>

/** `POST /api/drafts`: the newest word on a number's intake; null takes it back. */
export const DraftBody = z.strictObject({
  commandId: CommandIdField,
  ticketId: TicketIdField,
  content: DraftContent.nullable(),
})
export const DraftSaved = z.object({ savedAt: InstantField.nullable() })

/** `GET /api/drafts/:ticketId`: what the same person had written, and when it was kept. */
export const Draft = z.object({
  draft: z.object({ content: DraftContent, savedAt: InstantField }).nullable(),
})
