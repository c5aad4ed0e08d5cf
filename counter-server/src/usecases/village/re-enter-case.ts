import type { CaseId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { isCaseNumber, isProvisionalCode, QUERY_CODE_ALPHABET } from '@counter/shared/vocabulary/number'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { checkNotice, checkPerson } from '../../domain/case/receive-case.ts'
import { Refusal } from '../../domain/refusal.ts'
import { insertLogBookRow } from '../../store/agency.ts'
import { nextCaseNumber } from '../../store/case-numbers.ts'
import { findCaseByNumber } from '../../store/cases.ts'
import { findHolder, saveNumberEntered, settleFindingsOf } from '../../store/paper-work.ts'
import { once } from '../../store/receipts.ts'
import { findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { findCasesByAlias, findVillageNumber, insertVillageAlias } from '../../store/village-numbers.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { type CaseDone, shownWhole } from '../cases/case-scene.ts'
import { newSecrets, openReceipt } from '../cases/open-receipt.ts'
import { makeReceipt } from '../cases/receipt-facts.ts'
import { itemToReceive, type ReceiveCase } from '../cases/receive-case.ts'
import type { Deps } from '../deps.ts'

/** The paper of a resident: the slip, and what they filled in. */
export interface ReEntry
  extends Pick<ReceiveCase, 'item' | 'applicant' | 'materials' | 'note' | 'noticeVersion'> {
  /** As the slip shows it: a lent number, or the code of an empty pool (V61, V63). */
  readonly number: string
  /** Of the slip, so that it goes on working; null when it cannot be read (V64). */
  readonly queryCode: string | null
}

/**
 * 按纸质材料补录: the case of a slip whose phone is gone, under the number that stands on it (V56, V80). Refuses
 * `number.check_failed`, `number.not_open` for one that a phone in use may still bring, or that stands on a case, and all that a receipt at the
 * window is refused.
 */
export function reEnterCase({ store, ...deps }: Deps, asker: CaseAsker, asked: ReEntry): Promise<CaseDone> {
  const { origin } = asker
  return store.write((tx) => {
    const receipt = { origin, name: 'village.re_enter', subject: asked.number, content: asked }
    const done = once(tx, receipt, () => {
      const id = deps.newId() as CaseId
      const paper = enter({ tx, deps, asker }, id, asked)
      return { id, receipt: paper, shown: deps.showCase(tx, asker, id) }
    })
    return shownWhole(done, () => deps.showCase(tx, asker, done.id))
  })
}

const QUERY_CODE = new RegExp(`^[${QUERY_CODE_ALPHABET}]{8}$`)

interface Entering {
  readonly tx: Tx
  readonly deps: Omit<Deps, 'store'>
  readonly asker: CaseAsker
}

function enter({ tx, deps, asker }: Entering, id: CaseId, asked: ReEntry) {
  const { idNote, ...person } = asked.applicant
  checkPerson(asked.applicant, civilDate(tx.at))
  checkNotice(asked.applicant, asked.noticeVersion, civilDate(tx.at))
  const slip = openSlip(tx, asked.number)
  if (asked.queryCode !== null && !QUERY_CODE.test(asked.queryCode)) throw new Refusal('code.not_found')
  const fresh = newSecrets()
  const secrets = { ...fresh, queryCode: asked.queryCode ?? fresh.queryCode }
  const { noticeVersion } = asked
  const item = itemToReceive(tx, asked.item)
  const scene = openReceipt(tx, deps, asker, {
    id,
    number: slip.number,
    item,
    person,
    ticket: null,
    receiving: {
      channel: 'village',
      village: slip.village,
      stoppedOn: item.stoppedOn,
      materials: asked.materials,
      ...(noticeVersion === null ? {} : { noticeVersion }),
    },
    flags: [],
    registered: null,
    secrets,
    text: ['按纸质材料补录', asked.note, idNote === '' ? '' : `证件：${idNote}`]
      .filter((part) => part !== '')
      .join('；'),
  })
  if (slip.alias === null) saveNumberEntered(tx, slip.number, id)
  else insertVillageAlias(tx, slip.alias, id)
  settleFindingsOf(tx, slip.number, asker.origin.actor)
  if (slip.holder !== null) insertLogBookRow(tx, { village: slip.village, case: id, agent: slip.holder })
  tx.tell({ kind: 'figures_changed' })
  return makeReceipt(scene, 'receipt', { secrets })
}

interface OpenSlip {
  readonly number: string
  readonly alias: string | null
  readonly village: VillageCode
  readonly holder: StaffId | null
}

function openSlip(tx: Tx, told: string): OpenSlip {
  // Entered before, or come from the phone under another number (V63, V66).
  if (findCasesByAlias(tx, told).length > 0) throw new Refusal('number.not_open')
  if (isProvisionalCode(told)) {
    const village = told.slice(2, 4) as VillageCode
    const point = findVillages(tx).find(({ code }) => code === village)
    if (point === undefined) throw new Refusal('number.not_open')
    return { number: nextCaseNumber(tx, village), alias: told, village, holder: point.lead }
  }
  if (!isCaseNumber(told)) throw new Refusal('number.check_failed')
  const row = findVillageNumber(tx, told)
  const isOpen = row?.state === 'lost' || row?.state === 'void'
  if (row === undefined || !isOpen || findCaseByNumber(tx, told) !== undefined)
    throw new Refusal('number.not_open')
  return { number: told, alias: null, village: row.village, holder: findHolder(tx, row) }
}
