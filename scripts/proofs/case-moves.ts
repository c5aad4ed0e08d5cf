import {
  acceptOn,
  approve,
  changeItem,
  closePause,
  decide,
  end,
  handIn,
  listPapers,
  sendBack,
  transfer,
} from './case-changes.ts'
import { dueOf } from './case-dates.ts'
import { type Act, ID_CARD, ITEMS, nameOf, type OracleCase, type Person } from './case-facts.ts'
import { unmerge } from './case-pairs.ts'
import { endPart, endPartsOf, openPart } from './case-parts.ts'

/** A case as it is received on a day, with all papers. */
export function newCase(today: string): OracleCase {
  return {
    item: 'LY-001',
    status: 'received',
    unit: 'LY',
    person: null,
    before: 'received',
    pending: null,
    extended: 0,
    lists: 0,
    list: [],
    handedIn: [],
    has: [...ITEMS['LY-001'].papers],
    noticeRuns: true,
    completeOn: today,
    acceptedOn: null,
    waitingFrom: today,
    pauses: [],
    handOver: null,
    sentBack: [],
    parts: [],
    recused: { units: [], people: [] },
    merged: null,
    endedOn: null,
  }
}

/** Does an act that nothing refuses; the day the resident is told with it, or null. */
export function doAct(found: OracleCase, act: Act, by: Person, today: string): string | null {
  switch (act.does) {
    case 'accept':
      acceptOn(found, today)
      return dueOf(found, today)
    case 'request_supplement':
      listPapers(found, today)
      return null
    case 'request_again':
      // The first list needs nobody's signature, whatever reason stands with it.
      if (found.lists === 0) listPapers(found, today)
      else found.pending = { kind: 'supplement', days: 0 }
      return null
    case 'hand_in':
      handIn(found, act.names, today)
      return null
    case 'refuse':
      found.pending = { kind: 'refuse', days: 0 }
      return null
    case 'deny':
      found.pending = { kind: 'deny', days: 0 }
      return null
    case 'return_case':
      found.pending = { kind: 'return', days: 0 }
      return null
    case 'extend':
      found.pending = { kind: 'extend', days: act.days }
      return null
    case 'take':
      found.status = 'reviewing'
      found.person = nameOf(by)
      return null
    case 'pause':
      found.before = found.status
      found.status = 'paused'
      found.pauses.push({ from: today, to: null })
      return null
    case 'resume':
      closePause(found, today)
      found.status = found.before
      return dueOf(found, today)
    case 'transfer':
      transfer(found, act.to)
      return null
    case 'assign':
      found.person = act.to
      return null
    case 'take_over':
      found.handOver = null
      found.person = nameOf(by)
      return null
    case 'send_back':
      sendBack(found)
      return null
    case 'decide':
      // From `accepted` taking the case over is part of the act (C430).
      if (found.status === 'accepted') found.person = nameOf(by)
      decide(found, today)
      return null
    case 'deliver':
      found.status = 'closed'
      return null
    case 'withdraw':
      return end(found, 'withdrawn', today)
    case 'void':
      return end(found, 'voided', today)
    case 'merge': {
      const merged = structuredClone(found)
      end(found, 'voided', today)
      found.merged = merged
      return null
    }
    case 'unmerge':
      unmerge(found)
      return null
    case 'decline':
      found.pending = null
      return null
    case 'approve':
      return approve(found, today)
    case 'add_note':
      return null
    case 'bring':
      found.has = [...new Set([...found.has, ...ITEMS[found.item].papers])]
      return null
    case 'ask_papers':
      found.has = found.has.filter((name) => name !== ID_CARD)
      return null
    case 'pledge':
      openPart(found, found.unit, { isPledge: true })
      return null
    case 'ask_part':
      openPart(found, act.unit)
      return null
    case 'answer_part':
      endPart(found, act.part, 'answered')
      return null
    case 'waive_part':
      endPart(found, act.part, 'waived')
      return null
    case 'recuse':
      if (act.person !== null) found.recused.people.push(act.person)
      if (act.unit !== null) found.recused.units.push(act.unit)
      if (act.unit !== null) endPartsOf(found, act.unit)
      return null
    case 'change_item':
      return changeItem(found, act.to, today)
  }
}

/** Silence accepts, with effect from the day the papers were complete (C514). */
export function acceptBySilence(found: OracleCase): void {
  acceptOn(found, found.completeOn)
}
