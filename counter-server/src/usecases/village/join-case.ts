import { EDITED_FIELDS, type EditedField } from '@counter/shared/vocabulary/edit'
import { maskedSlipFact, SLIP_WORDS, type SlipField } from '@counter/shared/vocabulary/late-slip'
import type { Instant } from '@counter/shared/vocabulary/time'
import { fact, possibleActs } from '../../domain/case/act.ts'
import { papersBeyond, papersTakenIn } from '../../domain/case/papers-at-point.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isAuthoritySound } from '../../domain/village/authority.ts'
import { slipDifferences, slipFills, toldOf } from '../../domain/village/late-slip.ts'
import type { RegisterFacts, VillageHeader } from '../../domain/village/village-command.ts'
import { findAgency, hasLogBookRow, insertAgency, insertLogBookRow } from '../../store/agency.ts'
import { nameFiles } from '../../store/files.ts'
import type { Tx } from '../../store/tx.ts'
import { insertJoined } from '../../store/village-joined.ts'
import { moveVisitLines } from '../../store/village-visits.ts'
import { addNoteOn } from '../cases/add-note.ts'
import type { CaseScene } from '../cases/case-scene.ts'
import { editOn } from '../cases/edit-facts.ts'
import { recordFacts } from '../cases/record-facts.ts'
import { laterOf } from './agency-scene.ts'
import { authorityDays } from './authority-days.ts'
import { standingOfSlip, toldBySlip } from './late-slip.ts'
import { agencyOf } from './register-case.ts'
import type { VillageAgent } from './village-agent.ts'

/** A registration that is a case already. */
export interface Joining {
  readonly header: VillageHeader
  readonly agent: Pick<VillageAgent['staff'], 'id' | 'displayName'>
  readonly register: RegisterFacts
  readonly capturedAt: Instant
  /** How it came to be joined, as the case shall say. */
  readonly text: string
  /** Where the two differ, what the phone says is right. */
  readonly take: readonly EditedField[]
}

/**
 * The matter is done once: what a phone registered is said of the case that stands, its photos, papers, authority and slip with
 * it (V51, V64, V80). What the two say differently stays beside each other in the case, masked (P33); what `take` names, and
 * what the case lacks, is put right by an edit (V73). Tells whether a slip that the resident holds opens the case.
 */
export function joinCase(scene: CaseScene, joining: Joining): { readonly opensSlip: boolean } {
  const { tx, facts } = scene
  const { header, register, take } = joining
  if (facts.status === 'voided')
    throw new Refusal('case.wrong_status', { status: 'voided', action: 'add_note', actions: '' })
  nameFiles(tx, facts.id, header.pointId, header.files)
  const [standing, told] = [standingOfSlip(tx, facts), toldBySlip(register)]
  const differences = slipDifferences(standing, told)
  const differIn = (...those: SlipField[]) => differences.some(({ field }) => those.includes(field))
  // The slip of somebody else opens nothing here, and what they signed is no authority for this person (V9, V64).
  const opensSlip = !differIn('name', 'idNo')
  const secrets = opensSlip ? register.secrets : null
  insertJoined(tx, { phoneCase: header.caseId, case: facts.id, secrets })
  // A case of another place is on no list of this point (V4).
  if (facts.village === header.pointId) moveVisitLines(tx, header.caseId, facts.id)
  const right = { ...slipFills(standing, told), ...toldOf(told, take) }
  const mayEdit = possibleActs(scene.context).includes('edit_facts')
  const noted = addNoteOn(scene, {
    text: [joining.text, ...saidOf(joining), ...(mayEdit ? [] : unfilled(right))].join('；'),
    materials: newMaterials(scene, register),
  })
  const lying = takePapers(noted, joining)
  const next = differIn('item', 'name', 'idNo') ? lying : adoptAuthority(lying, joining)
  if (mayEdit && Object.keys(right).length > 0) editOn(next, right, null)
  return { opensSlip }

  function saidOf({ register: { note, papers } }: Joining): string[] {
    const lying = papers.map(({ name, count }) => `${name}×${count}`).join('、')
    const differing = differences.map(
      ({ field, theirs, yours }) =>
        `${SLIP_WORDS[field].zh}：办件 ${maskedSlipFact(field, theirs) || '无'}，手机 ${maskedSlipFact(field, yours)}`,
    )
    return [...differing, lying === '' ? '' : `村里收下：${lying}`, note].filter((part) => part !== '')
  }
}

// An ended case is edited no more: what it lacked is said beside it.
function unfilled(right: Readonly<Partial<Record<EditedField, string | undefined>>>): string[] {
  return EDITED_FIELDS.flatMap((field) => {
    const value = right[field] ?? ''
    return value === '' ? [] : [`${SLIP_WORDS[field].zh}：手机 ${maskedSlipFact(field, value)}`]
  })
}

function newMaterials({ item, context }: CaseScene, { materials }: RegisterFacts) {
  const isHere = (name: string) =>
    context.state.materials.some((each) => each.name === name && each.state === 'received')
  const isListed = (name: string) => item.content.materials.some((each) => each.name === name)
  return materials.filter(({ name, state }) => state === 'received' && isListed(name) && !isHere(name))
}

// What the case does not know of lies at the point since its capture, and its way up has begun; a case of another place has no
// papers here, and what lay there when its papers went up was counted with them (V4, V17, V21, V94).
function takePapers(scene: CaseScene, { header, register, capturedAt }: Joining): CaseScene {
  const { agency, registeredAt } = scene.context.state
  const isCounted = agency.paperAt !== null && agency.paperAt >= capturedAt
  if (scene.facts.village !== header.pointId || isCounted) return scene
  const papers = papersBeyond(papersTakenIn(scene.events), register.papers)
  if (papers.length === 0) return scene
  const at = registeredAt === null ? capturedAt : laterOf(capturedAt, registeredAt)
  const captured = { ...scene, context: { ...scene.context, at } }
  const { context, ...taken } = recordFacts(captured, [fact('papers.taken', { papers })])
  return { ...taken, context: { ...context, at: scene.context.at } }
}

// What was entered from paper has no authority; the one that the resident signed on the phone is the case's from now on (V9,
// V12). A case of another place is not the agent's to act in (V4).
function adoptAuthority(scene: CaseScene, joining: Joining): CaseScene {
  const { tx, facts, context } = scene
  const { header, agent, register, capturedAt } = joining
  if (facts.village !== header.pointId || findAgency(tx, facts.id) !== undefined) return scene
  if (!isSound(tx, joining)) return scene
  insertAgency(tx, facts.id, { ...agencyOf(register), village: header.pointId, agent: agent.id, capturedAt })
  if (!hasLogBookRow(tx, facts.id))
    insertLogBookRow(tx, { village: header.pointId, case: facts.id, agent: agent.id })
  const isNews = register.isRelative === true && !context.state.flags.includes('relative')
  return isNews ? recordFacts(scene, [fact('relation.found', { whose: 'agent' })]) : scene
}

// The centre may join what was refused as a registration, for its authority too (V9, V12, V13).
function isSound(tx: Tx, { header, agent, register, capturedAt }: Joining): boolean {
  const { authority, isConsentGiven, isRelative } = register
  const files = header.files.map(({ sha256 }) => sha256)
  const days = authorityDays(tx, capturedAt)
  return isConsentGiven && isRelative !== null && isAuthoritySound(authority, files, agent.displayName, days)
}
