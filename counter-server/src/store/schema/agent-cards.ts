import type { StaffId } from '@counter/shared/vocabulary/ids'
import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const agentCard = sqliteTable('agent_card', {
  staff: text().$type<StaffId>().primaryKey(),
  phone: text().notNull(),
  photo: text(),
  idNoEnc: blob('id_no_enc', { mode: 'buffer' }),
  idNoLook: text('id_no_look'),
})
