import type { CaseDetail } from '@counter/shared/contract/cases'
import type { CaseDetailFacts } from '../usecases/cases/case-detail-facts.ts'

/** Who acted for the resident, with what the phone claimed of the time (V14, V77). */
export function toAgency({ agency }: CaseDetailFacts): CaseDetail['agency'] {
  if (agency === null) return null
  const { agent, relation, powers, until, capturedAt, isRelative, handUpWorkdays, isHandUpLate } = agency
  return {
    agent,
    relation,
    powers: [...powers],
    until,
    capturedAt,
    claim: toClaim(agency.claim),
    isRelative,
    isUrgent: agency.isUrgent,
    papers: agency.papers.map(({ name, form, count }) => ({ name, form, count })),
    handUpWorkdays,
    isHandUpLate,
    revokedAt: agency.revokedAt,
  }
}

function toClaim(claim: NonNullable<CaseDetailFacts['agency']>['claim']) {
  if (claim === null) return null
  const { claimedAt, offsetMs, confidence, isUnsure, from, to } = claim
  return { claimedAt, aheadMinutes: Math.round(-offsetMs / MINUTE_MS), confidence, isUnsure, from, to }
}

const MINUTE_MS = 60_000
