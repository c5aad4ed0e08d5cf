/*
 * One case as cases.md says it, in plain values and without a line of the product: what it is, who may press, what they press.
 */

export type Status =
  | 'received'
  | 'supplement'
  | 'accepted'
  | 'reviewing'
  | 'paused'
  | 'decided'
  | 'closed'
  | 'refused'
  | 'withdrawn'
  | 'returned'
  | 'voided'
type Kind = 'refuse' | 'deny' | 'extend' | 'return' | 'supplement'
export type ItemName = 'LY-001' | 'NJ-003'

/** What the catalogue says of an item: its unit, promise, papers, and which units join in (C207). */
export interface OracleItem {
  readonly unit: string
  readonly committed: number
  readonly papers: readonly string[]
  readonly joint: readonly string[]
  readonly hasPledge: boolean
}

/** The paper that both items ask for, so that a notice may name it under either. */
export const ID_CARD = '居民身份证'

/** Two matters that the township decides and may extend by ten days: one of a single unit, one that three handle together. */
export const ITEMS: Readonly<Record<ItemName, OracleItem>> = {
  'LY-001': {
    unit: 'LY',
    committed: 5,
    papers: [
      '林木采伐申请表（含地点、林种、树种、面积、蓄积、方式、更新措施）',
      ID_CARD,
      '林权权属材料（不动产权证/林权证/承包合同）',
    ],
    joint: [],
    hasPledge: true,
  },
  'NJ-003': {
    unit: 'NJ',
    committed: 15,
    papers: [
      '农村宅基地和建房（规划许可）申请表',
      '农村宅基地使用承诺书',
      ID_CARD,
      '居民户口簿',
      '村民小组讨论、村级公示和审查意见',
    ],
    joint: ['LY', 'ZZ'],
    hasPledge: false,
  },
}

/** What another unit is asked for; a check of a written promise lies with the unit of the case itself (C206, C805). */
export interface Part {
  readonly unit: string
  readonly isPledge: boolean
  readonly isJoint: boolean
  readonly ended: 'answered' | 'waived' | null
}

export interface OracleCase {
  item: ItemName
  status: Status
  unit: string
  /** The handler who took it, as `LY1`. */
  person: string | null
  before: Status
  pending: { kind: Kind; days: number } | null
  extended: number
  lists: number
  /** What the last notice asks for, and what of it has come. */
  list: string[]
  handedIn: string[]
  /** The papers of the item that are in. */
  has: string[]
  noticeRuns: boolean
  completeOn: string
  acceptedOn: string | null
  waitingFrom: string
  pauses: { from: string; to: string | null }[]
  handOver: { from: string; to: string } | null
  sentBack: string[]
  parts: Part[]
  recused: { units: string[]; people: string[] }
  /** The case before it was merged into another one (C445). */
  merged: OracleCase | null
  endedOn: string | null
}

/** Who presses: a role, for handlers with their unit and which of the two colleagues it is. */
export interface Person {
  readonly role: 'clerk' | 'handler' | 'supervisor' | 'leader'
  readonly unit: string
  readonly who: 1 | 2
}

export const PLAIN_ACTS = [
  'accept',
  'request_supplement',
  'request_again',
  'refuse',
  'take',
  'pause',
  'resume',
  'take_over',
  'send_back',
  'decide',
  'deny',
  'deliver',
  'withdraw',
  'void',
  'return_case',
  'add_note',
  'bring',
  'ask_papers',
  'pledge',
  'merge',
  'unmerge',
  'approve',
  'decline',
] as const

export type Act =
  | { readonly does: (typeof PLAIN_ACTS)[number] }
  | { readonly does: 'hand_in'; readonly names: readonly string[] }
  | { readonly does: 'transfer'; readonly to: string }
  | { readonly does: 'extend'; readonly days: number }
  | { readonly does: 'change_item'; readonly to: ItemName }
  | { readonly does: 'assign'; readonly from: string; readonly to: string }
  | { readonly does: 'recuse'; readonly unit: string | null; readonly person: string | null }
  | { readonly does: 'ask_part'; readonly unit: string }
  | { readonly does: 'answer_part' | 'waive_part'; readonly part: number }

/** A handler as cases name him. */
export function nameOf({ unit, who }: Pick<Person, 'unit' | 'who'>): string {
  return `${unit}${who}`
}

/** The unit of a handler by his name. */
export function unitOf(name: string): string {
  return name.slice(0, 2)
}
