import { z } from 'zod'
import { RESULT_NEWS, RESULT_WAYS } from '../vocabulary/result.ts'
import { CaseRow } from './case-row.ts'
import { CommandIdField, InstantField, Page, textField, VersionField } from './fields.ts'

/** One attempt to tell somebody that the result is ready. */
export const ResultCall = z.object({
  at: InstantField,
  by: z.string(),
  way: z.enum(RESULT_WAYS),
  isReached: z.boolean(),
})
export type ResultCall = z.infer<typeof ResultCall>

/** One result that waits to be fetched. The phone is masked; `reveal` gives it after its audit row (P33). */
export const ResultRow = z.object({
  case: CaseRow,
  decidedAt: InstantField,
  shelf: z.string().nullable(),
  phone: z.string().nullable(),
  /** 未能联系: its village point tried on three days and gave it back (V22). */
  isGivenBack: z.boolean(),
  calls: z.array(ResultCall),
})
export type ResultRow = z.infer<typeof ResultRow>

/** `GET /api/results`: what waits to be fetched, whoever is due first; `news` picks the call list and its outcomes. */
export const ResultQuery = z.strictObject({ ...Page, news: z.enum(RESULT_NEWS) })
export const ResultList = z.object({
  items: z.array(ResultRow),
  next: z.string().nullable(),
  counts: z.object({ to_call: z.int(), told: z.int(), unreached: z.int() }),
})
export type ResultList = z.infer<typeof ResultList>

const base = { commandId: CommandIdField, expectedVersion: VersionField.optional() }
export const ShelveBody = z.strictObject({ ...base, place: textField(20, 1) })
export const TellResultBody = z.strictObject({ ...base, way: z.enum(RESULT_WAYS), isReached: z.boolean() })
