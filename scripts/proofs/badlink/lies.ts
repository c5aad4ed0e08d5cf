import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { Fault } from './judge.ts'
import type { CentreRecord, Ledger, PhoneEnd, Waking } from './ledger.ts'

const A_COMMAND = 'a command' as CommandId

/** Of the centre, or of the phones. */
type Lie = { readonly fault: Fault } & (
  | { tell(record: CentreRecord): CentreRecord }
  | { claim(ledger: Ledger): Ledger }
)

/** What a wrong centre or a wrong phone would have; each must be found by the judge, or the proof proves nothing (R41). */
export const LIES = {
  'a case is gone': {
    fault: 'lost',
    tell: (record) => {
      const { id } = middleOf(record.cases)
      const isOther = (row: { readonly case: string }) => row.case !== id
      return {
        ...record,
        cases: record.cases.filter((each) => each.id !== id),
        events: record.events.filter(isOther),
      }
    },
  },
  'a note is gone': {
    fault: 'lost',
    tell: (record) => {
      const note = middleOf(record.events.filter(isNote))
      return { ...record, events: record.events.filter((each) => each !== note) }
    },
  },
  'a photo is gone': {
    fault: 'lost',
    tell: (record) => ({
      ...record,
      photos: record.photos.with(0, { ...firstOf(record.photos), stored: null }),
    }),
  },
  'a photo has another byte': {
    fault: 'lost',
    tell: (record) => ({
      ...record,
      photos: record.photos.with(0, { ...firstOf(record.photos), stored: '0'.repeat(64) }),
    }),
  },
  'a note stands twice': {
    fault: 'doubled',
    tell: (record) => ({ ...record, events: [...record.events, middleOf(record.events.filter(isNote))] }),
  },
  'a case was made twice': {
    fault: 'doubled',
    tell: (record) => ({
      ...record,
      cases: [...record.cases, { ...middleOf(record.cases), id: 'another', number: 'another' }],
    }),
  },
  'two cases have each other’s number': {
    fault: 'number',
    tell: (record) => {
      const [first, second] = [firstOf(record.cases), firstOf(record.cases.slice(-1))]
      const swapped = new Map([
        [first.id, second.number],
        [second.id, first.number],
      ])
      const cases = record.cases.map((each) => ({ ...each, number: swapped.get(each.id) ?? each.number }))
      return { ...record, cases }
    },
  },
  'one number stands on two cases': {
    fault: 'number',
    tell: (record) => {
      const [first, second] = [firstOf(record.cases), firstOf(record.cases.slice(-1))]
      const cases = record.cases.map((each) => (each === second ? { ...each, number: first.number } : each))
      return { ...record, cases }
    },
  },
  'the notes of a case changed places': {
    fault: 'order',
    tell: (record) => {
      const note = middleOf(record.events.filter(isNote))
      const others = record.events.filter((each) => each !== note)
      return { ...record, events: [note, ...others] }
    },
  },
  'the content of a command changed': {
    fault: 'digest',
    tell: (record) => {
      const changed = middleOf(record.receipts)
      const receipts = record.receipts.map((each) => (each === changed ? { ...each, hash: 'another' } : each))
      return { ...record, receipts }
    },
  },
  'the phone was never told of what the centre has': {
    fault: 'digest',
    claim: (ledger) => withEnd(ledger, (end) => ({ ...end, stubs: end.stubs.slice(1) })),
  },
  'something said 发送中 for more than a minute': {
    fault: 'sending',
    claim: (ledger) => withEnd(ledger, (end) => ({ ...end, longestSendingMs: 60_001 })),
  },
  'a killed page left a form beside its command': {
    fault: 'torn',
    claim: (ledger) =>
      withWaking(ledger, ({ found, ...waking }) => ({
        ...waking,
        found: { drafts: [...found.drafts, A_COMMAND], frozen: [...found.frozen, A_COMMAND] },
      })),
  },
  'a killed page left neither form nor command': {
    fault: 'torn',
    claim: (ledger) => withWaking(ledger, (waking) => ({ ...waking, written: A_COMMAND })),
  },
  'what was kept is gone with its page': {
    fault: 'lost',
    claim: (ledger) => withWaking(ledger, (waking) => ({ ...waking, frozen: [...waking.frozen, A_COMMAND] })),
  },
} as const satisfies Readonly<Record<string, Lie>>

function withEnd(ledger: Ledger, change: (end: PhoneEnd) => PhoneEnd): Ledger {
  const [village, end] = firstOf([...ledger.ends])
  return { ...ledger, ends: new Map(ledger.ends).set(village, change(end)) }
}

function withWaking(ledger: Ledger, change: (waking: Waking) => Waking): Ledger {
  return { ...ledger, wakings: ledger.wakings.with(0, change(firstOf(ledger.wakings))) }
}

function isNote({ type }: CentreRecord['events'][number]): boolean {
  return type === 'case.noted'
}

function firstOf<T>(all: readonly T[]): T {
  const [first] = all
  if (first === undefined) throw new Error('void: there is nothing to lie about')
  return first
}

function middleOf<T>(all: readonly T[]): T {
  return firstOf(all.slice(Math.floor(all.length / 2)))
}
