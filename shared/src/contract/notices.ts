import { z } from 'zod'
import { CommandIdField, InstantField, PlainDateField, textField, VersionField } from './fields.ts'

/** A page of the wall: as much as is read in ten seconds. */
export const NOTICE_LENGTH = 34

/** Characters are counted as people count them, not in code units (K48). */
export const NoticeTextField = textField(2 * NOTICE_LENGTH, 1).refine(
  (text) => [...text].length <= NOTICE_LENGTH && text.trim() !== '',
  'too_long',
)

const page = {
  text: NoticeTextField,
  fromOn: PlainDateField,
  toOn: PlainDateField.nullable(),
  place: z.int().min(1).max(99),
}
const inOrder = ({ fromOn, toOn }: { fromOn: string; toOn: string | null }) => toOn === null || toOn >= fromOn

/** `POST /api/notices`. */
export const PublishNoticeBody = z
  .strictObject({ commandId: CommandIdField, ...page })
  .refine(inOrder, { path: ['toOn'], message: 'before_from' })

/** `POST /api/notices/:id/change`. */
export const ChangeNoticeBody = z
  .strictObject({ commandId: CommandIdField, expectedVersion: VersionField, ...page })
  .refine(inOrder, { path: ['toOn'], message: 'before_from' })

/** `POST /api/notices/:id/stop`. */
export const StopNoticeBody = z.strictObject({ commandId: CommandIdField, expectedVersion: VersionField })

/** One page as A-6 lists it; a stopped one stays (U40). */
export const Notice = z.object({
  id: z.uuid(),
  text: z.string(),
  fromOn: PlainDateField,
  toOn: PlainDateField.nullable(),
  place: z.int(),
  stoppedAt: InstantField.nullable(),
  version: VersionField,
})
export type Notice = z.infer<typeof Notice>

/** `GET /api/notices`. */
export const NoticeList = z.object({ items: z.array(Notice), next: z.null() })
export type NoticeList = z.infer<typeof NoticeList>
