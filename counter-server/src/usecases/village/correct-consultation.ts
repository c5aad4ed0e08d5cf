import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import {
  type ConsultationWords,
  insertConsultationCorrection,
  nextConsultationCorrection,
} from '../../store/consultation-corrections.ts'
import { findConsultation } from '../../store/consultations.ts'
import { once } from '../../store/receipts.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { placeOf } from '../cases/case-scene.ts'
import type { Deps } from '../deps.ts'

/**
 * 更正一次咨询: what was written first stays and stands beside what holds now (V16). An agent corrects those of the own
 * point. Refuses `case.not_found`, `reason.required`.
 */
export function correctConsultation(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  id: string,
  asked: ConsultationWords & { readonly reason: string },
): Promise<{ readonly done: true }> {
  const { origin } = asker
  return store.write((tx) =>
    once(tx, { origin, name: 'consultation.correct', subject: id, content: asked }, () => {
      const own = placeOf(asker).village
      const found = findConsultation(tx, id)
      if (found === undefined || (own !== undefined && found.village !== own))
        throw new Refusal('case.not_found')
      const reason = requireReason(asked.reason)
      // Its time is over: what is written now would outlive it (C1501).
      if (found.wordsEnc.length === 0) throw new Refusal('case.not_found')
      const nth = nextConsultationCorrection(tx, id)
      insertConsultationCorrection(tx, id, { ...asked, reason, nth, by: origin.actor })
      const subject = `consultation:${id}`
      const data = { village: found.village, nth, isReferred: asked.isReferred }
      tx.record({ type: 'consultation.corrected', subject, version: nth + 1, origin, data })
      tx.tell({ kind: 'figures_changed' })
      return { done: true as const }
    }),
  )
}
