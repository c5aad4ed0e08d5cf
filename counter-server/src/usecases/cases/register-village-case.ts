import type { CaseFlag } from '@counter/shared/vocabulary/case'
import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import type { Instant } from '@counter/shared/vocabulary/time'
import { fact } from '../../domain/case/act.ts'
import type { ClaimedTime } from '../../domain/case/claimed-time.ts'
import type { CaseFact } from '../../domain/case/event.ts'
import type { MaterialMark, PaperTaken } from '../../domain/case/material-mark.ts'
import { type AgencyFacts, insertAgency, insertLogBookRow } from '../../store/agency.ts'
import type { Item } from '../../store/items.ts'
import type { Origin } from '../../store/origin.ts'
import type { Staff } from '../../store/people.ts'
import type { PersonFacts } from '../../store/persons.ts'
import type { Tx } from '../../store/tx.ts'
import { insertVillageAlias, saveNumberUsed } from '../../store/village-numbers.ts'
import type { CaseScene } from './case-scene.ts'
import { newSecrets, openReceipt } from './open-receipt.ts'
import { type AlikeLine, duplicatesOf } from './read-duplicates.ts'
import type { CaseSecrets } from './receipt-facts.ts'

/** A case as a village point registered it; agency rules were judged before (V7 to V13). */
export interface VillageRegistration {
  readonly id: CaseId
  readonly origin: Origin
  readonly agent: Pick<Staff, 'id' | 'displayName' | 'unit' | 'village'>
  readonly village: VillageCode
  readonly item: Item
  readonly applicant: PersonFacts
  readonly materials: readonly MaterialMark[]
  /** The notice for somebody under 14 that was told; null when none was due (C1109). */
  readonly careVersion: number | null
  readonly agency: Omit<AgencyFacts, 'village' | 'agent' | 'capturedAt'>
  /** Beside `relative` and `possible_duplicate`, which are set here: `awaiting_files` while photos are on their way. */
  readonly flags: readonly CaseFlag[]
  readonly note: string
  /** The papers as they lie at the point; what is said of any has to be handed up (V17, V21). */
  readonly papers: readonly PaperTaken[]
  readonly isUrgent: boolean
  /** A claim of the phone; a moment in the future counts as now (V76). */
  readonly capturedAt: Instant
  /** What that was made of; absent where no phone said it (V77). */
  readonly claim?: ClaimedTime
  /** What the resident's slip shows: number, what else it may be found by, and the secrets that the device made (V61 to V66). */
  readonly slip: {
    readonly number: string
    readonly alias: string | null
    readonly isOther: boolean
    readonly secrets: CaseSecrets | null
  }
}

/** What the point tells the resident: number, code and link, told once (V64). */
export interface Registered {
  readonly id: CaseId
  readonly number: string
  /** Null when the device made them itself. */
  readonly queryCode: string | null
  readonly link: string | null
  /** The slip shows another number, which is an alias now (V66). */
  readonly isOther: boolean
  readonly logBookSerial: number
  /** The first case that it looks like, as the point may see it (C445, V74). */
  readonly alike: AlikeLine | null
}

/**
 * Registers and receives a village case in one transaction: `case.registered` with the village's instant,
 * `case.received` with the centre's, status `received`, a line of the log book (C518, V15, V16).
 */
export function registerVillageCase(
  tx: Tx,
  deps: CaseScene['deps'],
  registration: VillageRegistration,
): Registered {
  const { id, origin, agent, village, item, applicant, materials, note } = registration
  const { number, alias, isOther } = registration.slip
  const secrets = registration.slip.secrets ?? newSecrets()
  const isTold = registration.slip.secrets === null
  const isAhead = registration.capturedAt > tx.at
  const capturedAt = isAhead ? tx.at : registration.capturedAt
  const isRelative = registration.agency.isRelative
  const scene = openReceipt(
    tx,
    deps,
    { origin, actor: 'agent', staff: agent },
    {
      id,
      number,
      item,
      person: applicant,
      ticket: null,
      receiving: {
        channel: 'village',
        village,
        // Judged before by the moment of capture (V86).
        stoppedOn: null,
        materials,
        ...(registration.careVersion === null ? {} : { noticeVersion: registration.careVersion }),
      },
      flags: isRelative ? [...registration.flags, 'relative'] : registration.flags,
      registered: { fact: registeredFact(registration), at: capturedAt },
      secrets,
      text: note,
    },
  )
  insertAgency(tx, id, { ...registration.agency, village, agent: agent.id, capturedAt })
  saveNumberUsed(tx, number, id)
  if (alias !== null) insertVillageAlias(tx, alias, id)
  const logBookSerial = insertLogBookRow(tx, { village, case: id, agent: agent.id })
  return {
    id,
    number,
    queryCode: isTold ? printedQueryCode(secrets.queryCode) : null,
    link: isTold ? `${deps.publicUrl}/c#${secrets.token}` : null,
    isOther,
    logBookSerial,
    alike: duplicatesOf(scene).open[0] ?? null,
  }
}

function registeredFact({
  village,
  materials,
  papers,
  isUrgent,
  claim,
}: VillageRegistration): CaseFact<'case.registered'> {
  const urgent = isUrgent ? { isUrgent } : {}
  const lying = papers.length === 0 ? {} : { papers }
  const claimed = claim === undefined ? {} : { claim }
  return fact('case.registered', { village, materials, ...urgent, ...lying, ...claimed })
}
