import {
  DeliverPayload,
  MaterialPayload,
  NotePayload,
  RegisterPayload,
  VillageHeader,
} from '@counter/shared/contract/village'
import type { VillageCommand, VillageFacts } from '../../domain/village/village-command.ts'
import { idKindOf } from './case-bodies.ts'

/** Reads one command of `POST /sync` by itself; null when its form is not one we know (V44, V95). */
export function toVillageCommand(frozen: VillageCommand['frozen']): VillageCommand | null {
  const header = VillageHeader.safeParse(frozen.header)
  if (!header.success) return null
  const facts = toFacts(header.data.type, frozen.payload)
  return facts === null ? null : { header: header.data, facts, frozen }
}

/** The id of a command that cannot be read otherwise, so that its answer finds it; '' when it has none. */
export function commandIdOf(header: unknown): string {
  const id = typeof header === 'object' && header !== null && 'id' in header ? header.id : ''
  return typeof id === 'string' ? id.slice(0, 60) : ''
}

function toFacts(type: VillageHeader['type'], payload: unknown): VillageFacts | null {
  switch (type) {
    case 'case.register':
      return toRegister(payload)
    case 'material.receive': {
      const parsed = MaterialPayload.safeParse(payload)
      return parsed.success ? { type, materials: parsed.data.materials, note: parsed.data.note ?? '' } : null
    }
    case 'note.add': {
      const parsed = NotePayload.safeParse(payload)
      return parsed.success ? { type, text: parsed.data.text } : null
    }
    case 'result.deliver': {
      const parsed = DeliverPayload.safeParse(payload)
      return parsed.success
        ? { type, receiver: parsed.data.receiver, relation: parsed.data.relation ?? '' }
        : null
    }
  }
}

function toRegister(payload: unknown): VillageFacts | null {
  const parsed = RegisterPayload.safeParse(payload)
  if (!parsed.success) return null
  const {
    item,
    applicant,
    authority,
    consent,
    isRelative,
    materials,
    note = '',
    secrets = null,
  } = parsed.data
  return {
    type: 'case.register',
    register: {
      item,
      applicant: {
        ...applicant,
        idKind: idKindOf(applicant),
        idNote: applicant.idNote ?? '',
        address: applicant.address ?? null,
        contact: applicant.contact ?? null,
      },
      authority,
      isConsentGiven: consent.isGiven,
      noticeVersion: consent.noticeVersion,
      careVersion: consent.careVersion ?? null,
      isRelative,
      materials: materials.map(({ name, state, promisedOn }) => ({
        name,
        state,
        promisedOn: promisedOn ?? null,
      })),
      note,
      secrets,
    },
  }
}
