import type { Origin } from './origin.ts'

/** What happened, as queue.md 12 and interfaces.md 4 name it. Never a name, ID number or phone in `data`. */
export interface JournalDraft {
  readonly type: string
  readonly subject: string
  readonly version: number
  readonly origin: Origin
  readonly data: Readonly<Record<string, unknown>>
}
