import type { Notice } from '@counter/shared/contract/notices'
import type { NoticeRow } from '../store/notices.ts'

export function toNotice({ id, text, fromOn, toOn, place, stoppedAt, version }: NoticeRow): Notice {
  return { id, text, fromOn, toOn, place, stoppedAt, version }
}
