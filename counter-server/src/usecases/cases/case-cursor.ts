import type { CaseCursor } from '../../store/case-lists.ts'
import type { CaseFacts } from '../../store/cases.ts'

/** Where a list of cases goes on, as its address says it (N3). */
export function cursorOf(cursor: string | undefined): CaseCursor | undefined {
  const [listKey, id] = cursor?.split('~') ?? []
  return listKey === undefined || id === undefined ? undefined : { listKey, id }
}

/** The address of what follows a row. */
export function cursorAfter({ listKey, id }: Pick<CaseFacts, 'listKey' | 'id'>): string {
  return `${listKey}~${id}`
}
