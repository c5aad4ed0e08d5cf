import type { CaseFlag } from '@counter/shared/vocabulary/case'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ActContext } from '../../domain/case/act.ts'
import { NEW_CASE } from '../../domain/case/case-state.ts'
import { checkNothingMissing, markedMaterials } from '../../domain/case/materials.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Authority } from '../../domain/village/authority.ts'
import { believedAt, type CaptureTime, captureTime, isTimeUnsure } from '../../domain/village/capture-time.ts'
import { isOwnMatter } from '../../domain/village/own-matter.ts'
import { checkRegistration } from '../../domain/village/registration.ts'
import type { RegisterFacts, VillageHeader } from '../../domain/village/village-command.ts'
import { findAgentCard, hasSameIdNo } from '../../store/agent-cards.ts'
import { findCase } from '../../store/cases.ts'
import { findFile, findMissingFiles, nameFiles } from '../../store/files.ts'
import type { Item } from '../../store/items.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { clockContext, rulesOf } from '../cases/case-rules.ts'
import { type Registered, registerVillageCase } from '../cases/register-village-case.ts'
import { authorityDays } from './authority-days.ts'
import { isItemStopped, shownItem } from './shown-item.ts'
import { slipNumber } from './slip-number.ts'
import type { VillageAgent } from './village-agent.ts'

/** What is known beside the command itself: who sends it and what the phone thinks the time is. */
export interface Sent {
  readonly tx: Tx
  readonly agent: VillageAgent
  readonly header: VillageHeader
  readonly deviceNow: Instant
  /** The id that the device gave itself; null of one that does not tell (V61). */
  readonly device: string | null
  /** The number on the slip is said to be that of another matter, so this one gets its own (V80). */
  readonly isApart?: boolean
}

/**
 * 代办登记: the agency rules, then case, authority, log book line and named files in this transaction (V7 to V16, V67).
 * Refuses as `checkRegistration`, `item.not_found`, `item.outdated`, `material.missing` with all names, `command.reused` for a known case.
 */
export function registerCase(deps: VillageAgent['deps'], sent: Sent, facts: RegisterFacts): Registered {
  if (findCase(sent.tx, sent.header.caseId) !== undefined) throw new Refusal('command.reused')
  const { item, captured } = judgeRegistration(sent, facts)
  return openCase(deps, sent, item, { ...facts, captured })
}

/** What a registration must hold, whether a case is made of it or it is joined to one that stands. Refuses as `registerCase`. */
export function judgeRegistration(
  sent: Sent,
  facts: RegisterFacts,
): { readonly item: Item; readonly captured: CaptureTime } {
  const { tx, agent, header, deviceNow } = sent
  const captured = captureTime(header, deviceNow, tx.at)
  const item = shownItem(tx, facts.item, { version: header.itemVersion, capturedAt: captured.at })
  checkRegistration({
    ...facts,
    item: { ...item, isStopped: isItemStopped(tx, facts.item, believedAt(captured, tx.at)) },
    point: header.pointId,
    agent: agent.staff.displayName,
    files: header.files.map(({ sha256 }) => sha256),
    roles: header.files.map(({ role }) => role),
    isOwnMatter: isAgentsOwn(sent, facts),
    ...authorityDays(tx, captured.at),
  })
  checkMaterials(tx, item, facts)
  return { item, captured }
}

// Known by the ID number where the centre has the agent's, else by name and phone (V11).
function isAgentsOwn({ tx, agent: { staff } }: Sent, { applicant }: RegisterFacts): boolean {
  const { phone } = findAgentCard(tx, staff.id)
  return isOwnMatter(applicant, { name: staff.displayName, phone }, hasSameIdNo(tx, staff.id, applicant.idNo))
}

function checkMaterials(tx: Tx, item: Item, { materials, papers }: RegisterFacts): void {
  const listed = new Set(item.content.materials.map(({ name }) => name))
  const unknown = papers.find(({ name }) => !listed.has(name))
  if (unknown !== undefined) throw new Refusal('material.unknown', { name: unknown.name })
  const context: ActContext = {
    ...clockContext(tx),
    state: NEW_CASE,
    item: rulesOf(item),
    actor: 'agent',
    at: tx.at,
  }
  checkNothingMissing(context, markedMaterials(context, materials), true)
}

function openCase(
  deps: VillageAgent['deps'],
  sent: Sent,
  item: Item,
  facts: RegisterFacts & { readonly captured: CaptureTime },
): Registered {
  const { tx, agent, header } = sent
  const { caseId, pointId, files } = header
  const { captured } = facts
  const { claimedAt, offsetMs, confidence, earliest } = captured
  const { name, idKind, idNo, phone, village, address, contact } = facts.applicant
  const registered = registerVillageCase(tx, deps, {
    id: caseId,
    origin: agent.origin,
    agent: agent.staff,
    village: pointId,
    item,
    applicant: { name, idKind, idNo, phone, village, address, contact, agentName: null },
    materials: facts.materials,
    careVersion: facts.careVersion,
    agency: agencyOf(facts),
    flags: flagsOf(sent, captured),
    note: facts.note,
    papers: facts.papers,
    isUrgent: facts.isUrgent,
    capturedAt: captured.at,
    claim: { claimedAt, offsetMs, confidence, earliest },
    slip: { ...slipNumber(sent), secrets: facts.secrets },
  })
  nameFiles(tx, caseId, pointId, files)
  return registered
}

function flagsOf({ tx, header }: Sent, captured: CaptureTime): readonly CaseFlag[] {
  const isUnsure = isTimeUnsure(captured, findSetting(tx, 'village.clockOff'))
  return [
    ...(isWaitingForFiles(tx, header) ? (['awaiting_files'] as const) : []),
    ...(isUnsure ? (['time_unsure'] as const) : []),
  ]
}

// A picture that the point has sent before is only referenced, so it is not waited for (V71).
function isWaitingForFiles(tx: Tx, { pointId, files }: VillageHeader): boolean {
  return files.some(({ sha256 }) => (findFile(tx, { point: pointId, sha256 })?.storedAt ?? null) === null)
}

/** Both were judged before; here they only take the shape of the row. */
export function agencyOf({
  authority,
  isRelative,
  noticeVersion,
}: Pick<RegisterFacts, 'authority' | 'isRelative' | 'noticeVersion'>) {
  const { witness, ...signed } = authority as Authority
  return {
    ...signed,
    witness: witness ?? null,
    consentVersion: noticeVersion,
    isRelative: isRelative === true,
  }
}

/** The files of a command that the point has not sent yet. */
export function missingFilesOf(tx: Tx, { pointId, files }: VillageHeader): string[] {
  return findMissingFiles(tx, pointId, files)
}
