import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { VillageHeader } from '../../domain/village/village-command.ts'

/** True unless the header names another author than the door by which it came: session, signed line of a file, word of a lost phone (V29, V35). */
export function isOwnAuthor({ authorId }: Pick<VillageHeader, 'authorId'>, author: StaffId): boolean {
  return authorId === undefined || authorId === author
}
