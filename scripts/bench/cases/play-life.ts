import type { Instant } from '@counter/shared/vocabulary/time'
import type { ActContext } from '../../../counter-server/src/domain/case/act.ts'
import { caseDues } from '../../../counter-server/src/domain/case/case-clocks.ts'
import { type CaseState, NEW_CASE } from '../../../counter-server/src/domain/case/case-state.ts'
import type { CaseFact } from '../../../counter-server/src/domain/case/event.ts'
import type { CaseActor } from '../../../counter-server/src/domain/case/lifecycle.ts'
import { type DueMark, dueMarksOf } from '../../../counter-server/src/domain/case/marks.ts'
import type { StoredEvent } from '../../../counter-server/src/store/case-events.ts'
import { type CaseWords, withoutWords } from '../../../counter-server/src/store/case-words.ts'
import type { Staff } from '../../../counter-server/src/store/people.ts'
import { rulesOf } from '../../../counter-server/src/usecases/cases/case-rules.ts'
import { clockRowsOf } from '../../../counter-server/src/usecases/cases/clock-rows.ts'
import { type DraftedEvent, draftEvent } from '../../../counter-server/src/usecases/cases/draft-event.ts'
import { markFacts } from '../../../counter-server/src/usecases/cases/fire-due-marks.ts'
import type { Life, Township } from './life.ts'
import { ACTS } from './life-acts.ts'

/** The events of a life with what was written beside each. */
export interface Played {
  readonly events: readonly StoredEvent[]
  readonly words: ReadonlyMap<string, CaseWords>
  readonly state: CaseState
}

/** Plays a life by the product's own rules of cases, with the marks that its tick would have fired on the way. */
export function playLife(town: Township, life: Life): Played {
  const { item, id } = life
  const rules = rulesOf(item)
  const events: StoredEvent[] = []
  const words = new Map<string, CaseWords>()
  const fired: DueMark[] = []
  let state = NEW_CASE

  const context = (actor: CaseActor, at: Instant): ActContext => ({
    ...town.rules,
    state,
    item: rules,
    actor,
    at,
  })

  function record(by: Staff | null, at: Instant, facts: readonly CaseFact[], text = ''): void {
    const to = {
      tx: { at },
      newId: () => town.newId(at),
      context: town.rules,
      item,
      id,
      origin: originOf(by),
    }
    for (const [place, each] of facts.entries()) {
      const drafted = draftEvent(to, { before: events, state, fact: each, occurredAt: at })
      const { payload, words: written } = withoutWords(drafted.fact)
      const isLast = place === facts.length - 1
      words.set(drafted.place.id, isLast && text !== '' ? { ...written, text } : written)
      events.push(storedOf(drafted, payload, at))
      if (each.type === 'mark.fired') fired.push(each.payload)
      state = drafted.after
    }
  }

  // What the tick would have done on its way: crossings, orders, and silence that accepts (C514, C521).
  function passTime(until: Instant): void {
    for (;;) {
      const at = nextCrossing(until)
      if (at === null) return
      const now = context('system', at)
      const marks = dueMarksOf(now, caseDues(state, rules, now, at), at)
      const fresh = marks.filter((mark) => !fired.some((known) => isSameMark(known, mark)))
      record(
        null,
        at,
        markFacts(now, fresh, () => town.newOrderNumber(at)),
      )
    }
  }

  function nextCrossing(until: Instant): Instant | null {
    if (state.receivedAt === null || state.endedAt !== null) return null
    const rows = clockRowsOf({ context: town.rules, item, id, at: until, fired }, state)
    const [first] = rows.flatMap(({ nextMarkAt }) => nextMarkAt ?? []).toSorted()
    return first !== undefined && first <= until ? first : null
  }

  for (const { does, at } of life.steps) {
    passTime(at)
    ACTS[does]({ town, life, state: () => state, context, record }, at)
  }
  passTime(life.until)
  return { events, words, state }
}

function originOf(by: Staff | null) {
  const who =
    by === null ? { actor: 'system', role: 'system' as const } : { actor: `staff:${by.id}`, role: by.role }
  return { ...who, device: null, commandId: null }
}

function storedOf({ fact: drafted, place }: DraftedEvent, payload: object, at: Instant): StoredEvent {
  const { id, rev, occurredAt, origin, from, to } = place
  return {
    ...drafted,
    payload,
    seq: 0,
    id,
    occurredAt,
    recordedAt: at,
    rev,
    actor: origin.actor,
    role: origin.role,
    from,
    to,
    text: null,
    lateReason: null,
  } as StoredEvent
}

function isSameMark(one: DueMark, other: DueMark): boolean {
  return one.kind === other.kind && one.threshold === other.threshold && one.dueAt === other.dueAt
}
