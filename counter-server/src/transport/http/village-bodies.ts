import { VillageHeader } from '@counter/shared/contract/village'
import {
  AskWithdrawalPayload,
  ConsultPayload,
  ContactPayload,
  DeliverPayload,
  EditPayload,
  FollowUpPayload,
  MaterialPayload,
  NotePayload,
  RegisterPayload,
  RelayPayload,
  ReturnPayload,
  RevokePayload,
  VoidNumberPayload,
  WithdrawPayload,
} from '@counter/shared/contract/village-payloads'
import { isPayloadSalt, unsalted } from '@counter/shared/vocabulary/payload-salt'
import { withoutControl } from '@counter/shared/vocabulary/plain-text'
import type { z } from 'zod'
import type { VillageCommand, VillageFacts } from '../../domain/village/village-command.ts'
import { idKindOf } from './case-bodies.ts'

type FollowingType = Exclude<
  VillageHeader['type'],
  'case.register' | 'consult.log' | 'number.void' | 'command.withdraw'
>

/** Reads one command of `POST /sync` by itself; null when its form is not one we know (V44, V95). */
export function toVillageCommand(frozen: VillageCommand['frozen']): VillageCommand | null {
  const header = VillageHeader.safeParse(frozen.header)
  if (!header.success) return null
  const { payload, salt } = unsalted(frozen.payload)
  if (salt !== undefined && !isPayloadSalt(salt)) return null
  const facts = toFacts(header.data.type, payload)
  return facts === null ? null : { header: header.data, facts, frozen }
}

const MOST_BYTES = 16 * 1024

/** True for a command beyond what a form can hold (V45). */
export function isTooLarge(frozen: VillageCommand['frozen']): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(frozen)) > MOST_BYTES
  } catch {
    // Nested deeper than can be written down.
    return true
  }
}

/** What its agent is told of a command that cannot be read: characters that nobody sees have a word of their own (V95). */
export function whyUnread(frozen: VillageCommand['frozen']): 'text.control_character' | 'command.malformed' {
  const { header, payload } = frozen
  const seen = { header: withoutControl(header), payload: withoutControl(payload) }
  return toVillageCommand(seen) === null ? 'command.malformed' : 'text.control_character'
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
    case 'consult.log':
      return readAs(ConsultPayload, payload, ({ person = '', ...told }) => ({
        type,
        consultation: { person, ...told },
      }))
    case 'number.void':
      return readAs(VoidNumberPayload, payload, (told) => ({ type, ...told }))
    case 'command.withdraw':
      return readAs(WithdrawPayload, payload, ({ command }) => ({ type, command }))
    default:
      return toFollowing(type, payload)
  }
}

function toFollowing(type: FollowingType, payload: unknown): VillageFacts | null {
  switch (type) {
    case 'case.edit':
      return readAs(EditPayload, payload, (right) => ({ type, right }))
    case 'case.ask_withdrawal':
      return readAs(AskWithdrawalPayload, payload, ({ reason }) => ({ type, reason }))
    case 'material.receive':
      return readAs(MaterialPayload, payload, ({ note = '', materials, papers = [], instead = [] }) => ({
        type,
        materials,
        papers,
        note,
        instead,
      }))
    case 'material.return':
      return readAs(ReturnPayload, payload, ({ materials, receiver }) => ({ type, materials, receiver }))
    case 'note.add':
      return readAs(NotePayload, payload, ({ text }) => ({ type, text }))
    case 'contact.attempt':
      return readAs(ContactPayload, payload, ({ note = '', ...told }) => ({ type, ...told, note }))
    case 'correction.relay':
      return readAs(RelayPayload, payload, ({ note = '', way }) => ({ type, way, note }))
    case 'result.deliver':
      return readAs(DeliverPayload, payload, ({ receiver, relation = '', fee = null, on = null }) => ({
        type,
        receiver,
        relation,
        fee,
        on,
      }))
    case 'followup.record':
      return readAs(FollowUpPayload, payload, ({ remark = '', ...told }) => ({ type, ...told, remark }))
    case 'authority.revoke':
      return readAs(RevokePayload, payload, ({ reason = '' }) => ({ type, reason }))
  }
}

function readAs<Payload>(
  schema: z.ZodType<Payload>,
  payload: unknown,
  toFacts: (payload: Payload) => VillageFacts,
): VillageFacts | null {
  const parsed = schema.safeParse(payload)
  return parsed.success ? toFacts(parsed.data) : null
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
    papers = [],
    isUrgent = false,
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
      papers,
      isUrgent,
      note,
      secrets,
    },
  }
}
