import type { RefusalCode } from '@counter/shared/vocabulary/refusal'
import { Refusal } from '../domain/refusal.ts'

/** The disk itself has failed: what it says from now on cannot be trusted (R10). */
export function isDiskFault(error: unknown): boolean {
  return /^SQLITE_(IOERR|CORRUPT|NOTADB|READONLY)/.test(codeOf(error))
}

/** A full disk is a "no" that passes: reads go on and writes come back by themselves (R10). */
export function asRefusal(error: unknown): unknown {
  return codeOf(error).startsWith('SQLITE_FULL') ? new Refusal('store.full' satisfies RefusalCode) : error
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
