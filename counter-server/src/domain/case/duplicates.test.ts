import type { CaseId } from '@counter/shared/vocabulary/ids'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ACCEPTED,
  acting,
  CONTEXT,
  hall,
  ITEM,
  PAUSED,
  RESUMED,
  received,
  record,
} from '../../../test/case-fixture.ts'
import { caseClocks } from './case-clocks.ts'
import { type Alike, isAlike, isLater, mergeCases, pairActs, unmergeCases } from './duplicates.ts'
import type { CaseEvent, CaseFact } from './event.ts'
import { projectCase } from './projection.ts'

const A = 'case-a' as CaseId
const B = 'case-b' as CaseId

const at = (day: string, more: Partial<Alike> = {}): Alike => ({
  id: A,
  item: 'MZ-001' as Alike['item'],
  receivedAt: hall(day),
  status: 'received',
  mergedInto: null,
  ...more,
})

describe('two cases of one person', () => {
  test('[C445] are alike with the same item within the window, to the last moment of it', () => {
    const first = at('2026-06-01 09:00')
    const other = (day: string, more: Partial<Alike> = {}) => at(day, { id: B, ...more })
    expect(isAlike(first, other('2026-08-30 09:00'), 90)).toBe(true)
    expect(isAlike(first, other('2026-08-30 09:01'), 90)).toBe(false)
    expect(isAlike(other('2026-08-30 09:00'), first, 90)).toBe(true)
    expect(isAlike(first, other('2026-06-02', { item: 'MZ-002' as Alike['item'] }), 90)).toBe(false)
    expect(isAlike(first, other('2026-06-02', { status: 'voided' }), 90)).toBe(false)
    expect(isAlike(first, other('2026-06-02', { status: 'voided', mergedInto: A }), 90)).toBe(true)
    expect(isAlike(first, first, 90)).toBe(false)
  })

  test('[C445] have one later case, also when both came at one moment', () => {
    const [early, late] = [at('2026-06-01'), at('2026-06-02', { id: B })]
    expect([isLater(early, late), isLater(late, early)]).toEqual([false, true])
    const same = at('2026-06-01', { id: B })
    expect([isLater(early, same), isLater(same, early)]).toEqual([false, true])
  })

  test('[C445] are merged by a clerk while the later one is under way and the earlier one is open', () => {
    const may = (actor: 'clerk' | 'handler', status: Alike['status'], isOpen: boolean) =>
      pairActs(actor, { status }, { isOpen })
    expect(may('clerk', 'received', true)).toEqual({ mayMerge: true, mayJudge: true })
    expect(may('clerk', 'decided', true)).toEqual({ mayMerge: false, mayJudge: true })
    expect(may('clerk', 'received', false)).toEqual({ mayMerge: false, mayJudge: true })
    expect(may('handler', 'received', true)).toEqual({ mayMerge: false, mayJudge: false })
  })
})

/** Every fact that a case may have behind it when somebody finds its twin. */
const STEPS: readonly CaseFact[] = [
  ACCEPTED,
  PAUSED,
  RESUMED,
  { type: 'case.taken', payload: { person: 'h' as never } },
  { type: 'case.noted', payload: { text: '', materials: [], clearedFlags: [] } },
  { type: 'case.urged', payload: { by: 'resident' } },
  { type: 'supplement.requested', payload: { lines: [{ name: '户口簿', problem: '缺' }] } },
]

const history = fc
  .array(fc.constantFrom(...STEPS), { maxLength: 8 })
  .map((steps) => [received({ flags: ['possible_duplicate'] }), ...steps])

const recordOf = (facts: readonly CaseFact[]) =>
  record(...facts.map((fact, place) => [`2026-07-${String(place + 1).padStart(2, '0')}`, fact] as const))

const more = (events: readonly CaseEvent[], fact: CaseFact, id: string): readonly CaseEvent[] => [
  ...events,
  { ...fact, seq: events.length + 1, id, occurredAt: hall('2026-07-20'), recordedAt: hall('2026-07-20') },
]

const NOW = hall('2026-07-21 10:00')

describe('a merge', () => {
  test('[C445] that is taken back leaves both cases and their clocks as they were', () => {
    fc.assert(
      fc.property(history, history, fc.nat({ max: 2 }), (ofLater, ofKept, left) => {
        const [later, kept] = [recordOf(ofLater), recordOf(ofKept)]
        const [before, keptBefore] = [projectCase(later), projectCase(kept)]
        const clerk = (events: readonly CaseEvent[]) => acting(projectCase(events), 'clerk', '2026-07-20')
        const side = (id: CaseId, events: readonly CaseEvent[]) => ({
          id,
          number: id,
          context: clerk(events),
          left,
        })
        const { merged, absorbed } = mergeCases(side(B, later), side(A, kept))
        const [mergedLater, mergedKept] = [more(later, merged, 'm'), more(kept, absorbed, 'a')]

        const ended = projectCase(mergedLater)
        expect(ended).toMatchObject({ status: 'voided', mergedInto: A, endedAt: hall('2026-07-20') })
        expect(ended.flags).toContain('merged')
        expect(ended.flags).not.toContain('possible_duplicate')
        const holding = projectCase(mergedKept)
        expect(holding.absorbed).toEqual([B])
        // The promise of the kept case is nobody else's business.
        expect(caseClocks(holding, ITEM, CONTEXT, NOW)).toEqual(caseClocks(keptBefore, ITEM, CONTEXT, NOW))

        const back = unmergeCases(
          { id: B, context: clerk(mergedLater), events: mergedLater },
          { events: mergedKept },
          '看错了',
        )
        const again = projectCase(more(mergedLater, back.ofMerged, 'v'))
        const keptAgain = projectCase(more(mergedKept, back.ofKept, 'w'))
        expect({ ...again, rev: before.rev }).toEqual(before)
        expect({ ...keptAgain, rev: keptBefore.rev }).toEqual(keptBefore)
        expect(caseClocks(again, ITEM, CONTEXT, NOW)).toEqual(caseClocks(before, ITEM, CONTEXT, NOW))
      }),
    )
  })

  test('[C445] is refused once the earlier case has ended, and taking back what was never merged as well', () => {
    const kept = recordOf([received(), { type: 'case.withdrawn', payload: { reason: '不办了' } }])
    const later = recordOf([received()])
    const side = (id: CaseId, events: readonly CaseEvent[]) => ({
      id,
      number: '2026-00-0001-W',
      context: acting(projectCase(events), 'clerk', '2026-07-20'),
      left: 0,
    })
    expect(() => mergeCases(side(B, later), side(A, kept))).toThrow(
      expect.objectContaining({ code: 'duplicate.kept_ended', params: { number: '2026-00-0001-W' } }),
    )
    const voided = recordOf([received(), { type: 'case.voided', payload: { reason: '录错了' } }])
    const merged = { id: B, context: acting(projectCase(voided), 'clerk', '2026-07-20'), events: voided }
    const codeOf = (reason: string) => () => unmergeCases(merged, { events: later }, reason)
    expect(codeOf('看错了')).toThrow(expect.objectContaining({ code: 'duplicate.not_merged' }))
    expect(codeOf(' ')).toThrow(expect.objectContaining({ code: 'reason.required' }))
  })
})
