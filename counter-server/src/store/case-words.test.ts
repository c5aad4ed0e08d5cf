import { describe, expect, test } from 'vitest'
import type { CaseFact } from '../domain/case/event.ts'
import { withoutWords, withWords } from './case-words.ts'

const FACTS: readonly CaseFact[] = [
  { type: 'case.refused', payload: { reason: '不属本镇', organ: '县局', approvedBy: 'a' as never } },
  {
    type: 'supplement.requested',
    payload: {
      lines: [
        { name: '照片', problem: '不清楚' },
        { name: '户口簿', problem: '缺页' },
      ],
    },
  },
  {
    type: 'approval.requested',
    payload: { proposal: { kind: 'refuse', reason: '不属本镇', organ: '县局' }, requestedBy: 'a' as never },
  },
  {
    type: 'case.paused',
    payload: { reason: 'hearing', told: { value: 5, unit: 'workday' }, noticeNumber: '特1' },
  },
]

describe('the words of an event', () => {
  test('[P30] are taken out of it, each by its place, and closed lists stay', () => {
    expect(FACTS.map(withoutWords)).toEqual([
      {
        payload: { reason: '', organ: '', approvedBy: 'a' },
        words: { reason: '不属本镇', organ: '县局' },
      },
      {
        payload: {
          lines: [
            { name: '照片', problem: '' },
            { name: '户口簿', problem: '' },
          ],
        },
        words: { 'lines.0.problem': '不清楚', 'lines.1.problem': '缺页' },
      },
      {
        payload: { proposal: { kind: 'refuse', reason: '', organ: '' }, requestedBy: 'a' },
        words: { 'proposal.reason': '不属本镇', 'proposal.organ': '县局' },
      },
      {
        payload: { reason: 'hearing', told: { value: 5, unit: 'workday' }, noticeNumber: '' },
        words: { noticeNumber: '特1' },
      },
    ])
  })

  test('[P30] come back to their places, and the fact itself was left alone', () => {
    for (const fact of FACTS) {
      const { payload, words } = withoutWords(fact)
      expect(withWords(payload, { ...words, text: '旁边的话' })).toEqual(fact.payload)
    }
  })
})
