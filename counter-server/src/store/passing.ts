import { Refusal } from '../domain/refusal.ts'

/**
 * True for what may pass by itself: the disk's and the database's own troubles, and the guards that stop all writing. What
 * the work itself runs into, it meets again however often it is tried.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof Refusal) return error.code === 'store.full'
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^SQLITE_(?!CONSTRAINT)|^SQLITE_CONSTRAINT_TRIGGER/.test(code) || isPassing(error.cause)
}
