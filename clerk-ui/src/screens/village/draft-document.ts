import type { RegisterPayload } from '@counter/shared/contract/village-payloads'
import { idProblem, normalIdNumber } from '@counter/shared/vocabulary/identity'
import type { IdKind } from '@counter/shared/vocabulary/personal-data'
import type { PlainDate } from '@counter/shared/vocabulary/time'

/** By which document somebody is known, as it is typed. */
export interface TypedDocument {
  readonly idKind: IdKind
  readonly idNo: string
  /** Without a document: why (C1106). */
  readonly idNote: string
}

/** Whether it says enough; without a document a word says why (C1106). */
export function hasDocument({ idKind, idNo, idNote }: TypedDocument, today: PlainDate): boolean {
  return idKind === 'none' ? idNote.trim() !== '' : idProblem(idKind, idNo, today) === null
}

/** The document as it is sent. */
export function documentOf({
  idKind,
  idNo,
  idNote,
}: TypedDocument): Pick<RegisterPayload['applicant'], 'idKind' | 'idNo' | 'idNote'> {
  return idKind === 'none'
    ? { idKind, idNo: null, idNote: idNote.trim() }
    : { idKind, idNo: normalIdNumber(idNo) }
}
