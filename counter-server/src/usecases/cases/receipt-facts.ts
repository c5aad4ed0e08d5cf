import type { ClockReading } from '@counter/shared/vocabulary/clock'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import { type CaseClocks, caseClocks } from '../../domain/case/case-clocks.ts'
import { nextPaperNumber } from '../../store/case-numbers.ts'
import { findMeta } from '../../store/settings.ts'
import type { CaseScene } from './case-scene.ts'
import { howToGet } from './material-words.ts'
import type { ReceiptFacts } from './paper-facts.ts'

/** The secrets of a case, in the one moment in which they exist in plain words. */
export interface CaseSecrets {
  readonly queryCode: string
  readonly token: string
}

/** Makes the paper of what has just been done: its number, its dates and how they are counted. */
export function makeReceipt(
  scene: CaseScene,
  kind: ReceiptFacts['kind'],
  { secrets = null, paperNumber }: { secrets?: CaseSecrets | null; paperNumber?: string } = {},
): ReceiptFacts {
  const { tx, facts, asker, deps } = scene
  return {
    kind,
    paperNumber: paperNumber ?? nextPaperNumber(tx, kind),
    caseNumber: facts.number,
    ...printedSecrets(secrets, deps.publicUrl),
    itemName: facts.itemName,
    applicant: facts.nameMasked,
    unitName: facts.unitName,
    receivedAt: facts.receivedAt,
    ...datesOf(scene, kind),
    materials: materialLines(scene),
    where: placeWords(scene),
    by: asker.staff?.displayName ?? '',
    consultPhone: findMeta(tx, 'centre.consultPhone') ?? '',
    supervisionPhone: findMeta(tx, 'centre.supervisionPhone') ?? '',
  }
}

type Dates = Pick<
  ReceiptFacts,
  'dueAt' | 'dueOn' | 'isProvisional' | 'statutoryDueOn' | 'explanation' | 'until'
>

function datesOf({ tx, context }: CaseScene, kind: ReceiptFacts['kind']): Dates {
  const clocks = caseClocks(context.state, context.item, context, tx.at)
  const statutoryDueOn = clocks.statutory?.dueOn ?? null
  const until = kind === 'supplement' ? (clocks.waiting?.dueOn ?? null) : null
  const shown = shownOn(clocks, kind)
  if (shown === null)
    return { dueAt: null, dueOn: null, isProvisional: false, statutoryDueOn, explanation: [], until }
  const { dueAt, dueOn, provisional, segments } = shown
  return { dueAt, dueOn, isProvisional: provisional, statutoryDueOn, explanation: segments, until }
}

// The receipt says by when the centre answers, the notice until when papers are awaited, the others the promise.
function shownOn(
  { notice, waiting, committed }: CaseClocks,
  kind: ReceiptFacts['kind'],
): ClockReading | null {
  if (kind === 'receipt') return notice ?? committed
  return kind === 'supplement' ? waiting : committed
}

function printedSecrets(
  secrets: CaseSecrets | null,
  publicUrl: string,
): Pick<ReceiptFacts, 'queryCode' | 'token' | 'link'> {
  if (secrets === null) return { queryCode: '', token: '', link: `${publicUrl}/c` }
  const { queryCode, token } = secrets
  return { queryCode: printedQueryCode(queryCode), token, link: `${publicUrl}/c#${token}` }
}

function materialLines({ context, item }: CaseScene): ReceiptFacts['materials'] {
  const lines = context.state.supplements.at(-1)?.lines ?? []
  return context.state.materials.map(({ name, state }) => {
    const material = item.content.materials.find((each) => each.name === name)
    const how = lines.find((line) => line.name === name)?.problem ?? (material ? howToGet(material) : '')
    return { name, state, how }
  })
}

/** Where papers are brought and results fetched: the hall, and for a village case its point (C901). */
export function placeWords({ tx, facts }: Pick<CaseScene, 'tx' | 'facts'>): string {
  const hall = `${findMeta(tx, 'centre.name') ?? ''}${findMeta(tx, 'centre.hall') ?? ''}`
  return facts.villageName === null ? hall : `${facts.villageName}代办点或${hall}`
}
