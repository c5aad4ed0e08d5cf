import type { Instant } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { retentionCutoffs } from './retention.ts'

const PERIODS = { draftDays: 30, ratingYears: 3, caseYears: 10, petitionYears: 30 }

test('[C1501] each class goes back by its own time, in days or in whole years', () => {
  expect(retentionCutoffs(PERIODS, '2026-06-12T01:40:00.000Z' as Instant)).toEqual({
    drafts: '2026-05-13T01:40:00.000Z',
    bookings: '2026-06-12T01:40:00.000Z',
    ratings: '2023-06-12T01:40:00.000Z',
    cases: '2016-06-12T01:40:00.000Z',
    letters: '2016-06-12T01:40:00.000Z',
    petitions: '1996-06-12T01:40:00.000Z',
  })
  expect(retentionCutoffs(PERIODS, '2028-02-29T01:40:00.000Z' as Instant).ratings).toBe(
    '2025-02-28T01:40:00.000Z',
  )
})
