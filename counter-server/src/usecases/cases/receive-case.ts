import type { CaseId, ItemCode, TicketId } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { acceptCase, finishOnSpot } from '../../domain/case/accept-case.ts'
import type { MaterialMark } from '../../domain/case/material-mark.ts'
import { checkNotice, checkPerson } from '../../domain/case/receive-case.ts'
import { Refusal } from '../../domain/refusal.ts'
import { nextCaseNumber } from '../../store/case-numbers.ts'
import { dropDraft } from '../../store/drafts.ts'
import { findWindowOfStaff } from '../../store/hall.ts'
import { findItemInForce, type Item } from '../../store/items.ts'
import type { PersonFacts } from '../../store/persons.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { bringPhotos } from '../files/draft-photos.ts'
import { requireToday } from '../hall/require-ticket.ts'
import type { CaseAsker } from './case-asker.ts'
import { type CaseDone, type CaseScene, shownWhole } from './case-scene.ts'
import { deliverOn, type HandoverWords } from './deliver-case.ts'
import { missingLines } from './material-words.ts'
import { openJointParts } from './open-joint-parts.ts'
import { newSecrets, openReceipt } from './open-receipt.ts'
import type { ReceiptFacts } from './paper-facts.ts'
import { type CaseSecrets, makeReceipt } from './receipt-facts.ts'
import { recordFacts } from './record-facts.ts'
import { giveNotice } from './request-supplement.ts'
import { staffIdOf } from './staff-id.ts'

/** What the clerk filled in at the window, and what is to follow in the same press (S19). */
export interface ReceiveCase {
  readonly ticketId: TicketId | null
  readonly item: ItemCode
  readonly applicant: PersonFacts & { readonly idNote: string }
  readonly materials: readonly MaterialMark[]
  readonly note: string
  /** The notice for minors and sensitive matters that was shown (C1109). */
  readonly noticeVersion: number | null
  readonly step: 'receive' | 'accept' | 'finish_on_spot' | 'request_supplement'
  readonly result: string
  readonly delivery: HandoverWords | null
}

/**
 * 收件 at a window, with acceptance, decision on the spot or notice in the same transaction (C411, S19).
 * Refusals: `item.*`, `person.id_invalid`, `contact.phone`, `ticket.not_found`, `ticket.expired`,
 * `ticket.wrong_status`, `ticket.elsewhere`, and those of what follows.
 */
export function receiveAtWindow(
  { store, ...deps }: Deps,
  asker: CaseAsker,
  asked: ReceiveCase,
): Promise<CaseDone> {
  const { origin } = asker
  return store.write((tx) => {
    const done = once(tx, { origin, name: 'case.receive', subject: asked.item, content: asked }, () => {
      const secrets = newSecrets()
      const scene = receive(tx, deps, asker, asked, secrets)
      const { id } = scene.facts
      const receipt = follow(scene, asked, secrets)
      return { id, receipt, shown: deps.showCase(tx, asker, id) }
    })
    return shownWhole(done, () => deps.showCase(tx, asker, done.id))
  })
}

function receive(
  tx: Tx,
  deps: CaseScene['deps'],
  asker: CaseAsker,
  asked: ReceiveCase,
  secrets: CaseSecrets,
): CaseScene {
  const { idNote, ...person } = asked.applicant
  checkPerson(asked.applicant, civilDate(tx.at))
  checkNotice(asked.applicant, asked.noticeVersion, civilDate(tx.at))
  if (asked.ticketId !== null) requireOwnVisit(tx, asker, asked.ticketId)
  const item = itemToReceive(tx, asked.item)
  const scene = openReceipt(tx, deps, asker, {
    id: deps.newId() as CaseId,
    number: nextCaseNumber(tx, '00'),
    item,
    person,
    ticket: asked.ticketId,
    receiving: {
      channel: 'window',
      village: null,
      stoppedOn: item.stoppedOn,
      materials: asked.materials,
      ...(asked.noticeVersion === null ? {} : { noticeVersion: asked.noticeVersion }),
    },
    flags: [],
    registered: null,
    secrets,
    text: [asked.note, idNote === '' ? '' : `证件：${idNote}`].filter((part) => part !== '').join('；'),
  })
  if (asked.ticketId === null) return scene
  dropDraft(tx, { staff: staffIdOf(asker), ticket: asked.ticketId })
  tx.tell({ kind: 'ticket_changed', id: asked.ticketId })
  return bringPhotos(scene, asked.ticketId)
}

// A case belongs to the visit it came of: today's number, at this clerk's window or just served there (Q12, Q32).
function requireOwnVisit(tx: Tx, asker: CaseAsker, id: TicketId): void {
  const { number, window, status } = requireToday(tx, id)
  if (window === null) throw new Refusal('ticket.wrong_status', { n: number, status, action: 'finish' })
  if (window !== findWindowOfStaff(tx, staffIdOf(asker)))
    throw new Refusal('ticket.elsewhere', { n: number, w: window })
}

// Whistle-blower items are guides only: reports go a sealed way and never through a case (C1401).
export function itemToReceive(tx: Tx, code: ItemCode): Item {
  const item = findItemInForce(tx, code, tx.at)
  if (item === undefined || item.confidentiality === 'whistleblower') throw new Refusal('item.not_found')
  return item
}

function follow(
  scene: CaseScene,
  { step, materials, result, delivery }: ReceiveCase,
  secrets: CaseSecrets,
): ReceiptFacts {
  const { context, item } = scene
  switch (step) {
    case 'receive':
      return makeReceipt(scene, 'receipt', { secrets })
    case 'accept': {
      const accepted = recordFacts(scene, [acceptCase(context, materials)])
      const receipt = makeReceipt(accepted, 'acceptance', { secrets })
      openJointParts(accepted)
      return receipt
    }
    case 'request_supplement':
      return giveNotice(scene, missingLines(item, context.state.materials), secrets)
    case 'finish_on_spot': {
      const [accepted, decided] = finishOnSpot(context, materials)
      const done = recordFacts(recordFacts(scene, [accepted]), [decided], { text: result })
      return makeReceipt(delivery === null ? done : deliverOn(done, delivery), 'on_spot', { secrets })
    }
  }
}
