import type { CasePaperKind } from '@counter/shared/vocabulary/case-paper'
import type { ClockReading } from '@counter/shared/vocabulary/clock'
import type { PaperId } from '@counter/shared/vocabulary/ids'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import type { PaperWording } from '@counter/shared/vocabulary/paper-wording'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { SHIPPED_WORDING } from '@counter/shared/vocabulary/shipped-wording'
import { type CaseClocks, caseClocks } from '../../domain/case/case-clocks.ts'
import { howToGet } from '../../domain/catalogue/material-rules.ts'
import { nextPaperNumber } from '../../store/case-numbers.ts'
import { insertPaper, insertPaperPrint } from '../../store/case-papers.ts'
import { findMeta } from '../../store/settings.ts'
import { findWordings } from '../../store/wordings.ts'
import type { CaseScene } from './case-scene.ts'
import { jointPoints } from './joint-unit-names.ts'
import type { PaperSecrets, PaperValues, PointLine, ReceiptFacts } from './paper-facts.ts'

/** The secrets of a case, in the one moment in which they exist in plain words. */
export interface CaseSecrets {
  readonly queryCode: string
  readonly token: string
}

interface PaperMaking {
  readonly secrets?: CaseSecrets | null
  readonly paperNumber?: string
  readonly points?: readonly PointLine[]
}

/** Makes and keeps the paper of what has just been done, which the person who did it prints now (C901, U30). */
export function makeReceipt(scene: CaseScene, kind: CasePaperKind, making: PaperMaking = {}): ReceiptFacts {
  const { id, values, wording } = makePaper(scene, kind, making)
  const nth = insertPaperPrint(scene.tx, { id, way: 'print', by: scene.asker.origin.actor })
  return { ...values, ...printedSecrets(making.secrets ?? null, scene.deps.publicUrl), id, nth, wording }
}

/** Makes and keeps a paper that waits among the papers of the case until somebody prints it. */
export function makePaper(
  scene: CaseScene,
  kind: CasePaperKind,
  { paperNumber, points = [] }: PaperMaking = {},
): { readonly id: PaperId; readonly values: PaperValues; readonly wording: PaperWording | null } {
  const { tx, deps, facts, events, asker } = scene
  const id = deps.newId() as PaperId
  const all = kind === 'acceptance' ? [...jointPoints(scene), ...points] : points
  const [newest] = findWordings(tx, kind, 1)
  const values = valuesOf(scene, kind, paperNumber ?? nextPaperNumber(tx, kind), all)
  insertPaper(tx, {
    id,
    case: facts.id,
    letter: null,
    event: events.at(-1)?.id ?? '',
    kind,
    number: values.paperNumber,
    template: newest?.version ?? SHIPPED_WORDING,
    values,
    commandId: asker.origin.commandId,
  })
  return { id, values, wording: newest?.content ?? null }
}

function valuesOf(
  scene: CaseScene,
  kind: CasePaperKind,
  paperNumber: string,
  points: readonly PointLine[],
): PaperValues {
  const { tx, facts, asker } = scene
  return {
    kind,
    paperNumber,
    madeAt: civilDate(tx.at),
    centre: findMeta(tx, 'centre.name') ?? '',
    caseNumber: facts.number,
    itemName: facts.itemName,
    applicant: facts.nameMasked,
    unitName: facts.unitName,
    receivedAt: facts.receivedAt,
    ...datesOf(scene, kind),
    materials: materialLines(scene, kind),
    points,
    where: placeWords(scene),
    by: asker.staff?.displayName ?? '',
    consultPhone: findMeta(tx, 'centre.consultPhone') ?? '',
    supervisionPhone: findMeta(tx, 'centre.supervisionPhone') ?? '',
  }
}

type Dates = Pick<
  PaperValues,
  'dueAt' | 'dueOn' | 'isProvisional' | 'statutoryDueOn' | 'explanation' | 'reasons' | 'unit' | 'until'
>

function datesOf({ tx, context }: CaseScene, kind: CasePaperKind): Dates {
  const clocks = caseClocks(context.state, context.item, context, tx.at)
  const statutoryDueOn = clocks.statutory?.dueOn ?? null
  const until = kind === 'supplement' ? (clocks.waiting?.dueOn ?? null) : null
  const shown = shownOn(clocks, kind)
  if (shown === null)
    return {
      dueAt: null,
      dueOn: null,
      isProvisional: false,
      statutoryDueOn,
      explanation: [],
      reasons: null,
      unit: null,
      until,
    }
  const { dueAt, dueOn, provisional, segments, reasons, limit } = shown
  return {
    dueAt,
    dueOn,
    isProvisional: provisional,
    statutoryDueOn,
    explanation: segments,
    reasons,
    unit: limit.unit,
    until,
  }
}

// The receipt says by when the centre answers, the notice until when papers are awaited, the others the promise.
function shownOn({ notice, waiting, committed }: CaseClocks, kind: CasePaperKind): ClockReading | null {
  if (kind === 'receipt') return notice ?? committed
  return kind === 'supplement' ? waiting : committed
}

/** The code as it is printed, and the link of the QR, which has its token after the `#` (P41). */
export function printedSecrets(
  secrets: CaseSecrets | null,
  publicUrl: string,
  page: 'c' | 'say' = 'c',
): PaperSecrets {
  if (secrets === null) return { queryCode: '', token: '', link: `${publicUrl}/${page}` }
  const { queryCode, token } = secrets
  return { queryCode: printedQueryCode(queryCode), token, link: `${publicUrl}/${page}#${token}` }
}

// A notice lists what it asks for and nothing else (C404).
function materialLines({ context, item }: CaseScene, kind: CasePaperKind): PaperValues['materials'] {
  const { state } = context
  const isLate = kind === 'late_supplement'
  const lines = isLate ? state.asked : (state.supplements.at(-1)?.lines ?? [])
  const isList = isLate || kind === 'supplement'
  const listed = state.materials.filter(({ name }) => !isList || lines.some((line) => line.name === name))
  return listed.map(({ name, state, promisedOn }) => {
    const material = item.content.materials.find((each) => each.name === name)
    const how = lines.find((line) => line.name === name)?.problem ?? (material ? howToGet(material) : '')
    return { name, state, how, promisedOn }
  })
}

/** Where papers are brought and results fetched: the hall, and for a village case its point (C901). */
export function placeWords({ tx, facts }: Pick<CaseScene, 'tx' | 'facts'>): string {
  const hall = `${findMeta(tx, 'centre.name') ?? ''}${findMeta(tx, 'centre.hall') ?? ''}`
  return facts.villageName === null ? hall : `${facts.villageName}代办点或${hall}`
}
