import type { ReceiveBody } from '@counter/shared/contract/case-bodies'
import type { IdKind } from '@counter/shared/vocabulary/personal-data'
import type { HandoverWords } from '../../usecases/cases/deliver-case.ts'
import type { ReceiveCase } from '../../usecases/cases/receive-case.ts'

/** The body of a receipt in the words of its use case: what was left out is empty or null. */
export function toReceiveCase(body: ReceiveBody): ReceiveCase {
  const { ticketId, item, applicant, agentName, materials, note, step, result, delivery } = body
  return {
    ticketId,
    item,
    applicant: {
      name: applicant.name,
      idKind: idKindOf(applicant),
      idNo: applicant.idNo,
      idNote: applicant.idNote ?? '',
      phone: applicant.phone,
      village: applicant.village,
      address: applicant.address ?? null,
      agentName: agentName ?? null,
      contact: applicant.contact ?? null,
    },
    materials: materials.map(({ name, state, promisedOn }) => ({
      name,
      state,
      promisedOn: promisedOn ?? null,
    })),
    note: note ?? '',
    noticeVersion: body.noticeVersion ?? null,
    step,
    result: result ?? '',
    delivery: delivery === undefined ? null : toHandover(delivery),
  }
}

/** A page of before there was a choice sends an ID card's number or none (C1106). */
export function idKindOf({ idKind, idNo }: Pick<ReceiveBody['applicant'], 'idKind' | 'idNo'>): IdKind {
  return idKind ?? (idNo === null ? 'none' : 'id_card')
}

type Delivery = NonNullable<ReceiveBody['delivery']>

export function toHandover({ way, receiver, relation, postNumber }: Delivery): HandoverWords {
  return { way, receiver, relation: relation ?? '', postNumber: postNumber ?? '' }
}
