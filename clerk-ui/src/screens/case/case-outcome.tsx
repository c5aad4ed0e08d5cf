import type { CaseDetail } from '@counter/shared/contract/cases'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

/** What was decided and delivered, whose signature is waited for, and who is to take the case over. */
export function CaseOutcome({ detail }: { readonly detail: CaseDetail }) {
  const t = useWords()
  const language = useDayLanguage()
  const { approval, decision, delivery, handOver } = detail
  if (approval === null && decision === null && delivery === null && handOver === null) return null
  return (
    <div className="case-outcome">
      {handOver !== null && (
        <p className="pending">
          ▲{' '}
          {t('case.handOver', {
            from: handOver.from,
            to: handOver.to,
            day: instantWords(handOver.dueAt, language),
          })}
        </p>
      )}
      {approval !== null && (
        <p className="pending">
          ▲{' '}
          {t('case.approvalPending', {
            by: approval.by,
            kind: t(`approval.${approval.kind}`),
            reason: approval.reason,
          })}
        </p>
      )}
      {decision !== null && (
        <p>
          {t('case.decisionLine', {
            decision: t(`decision.${decision.decision}`),
            result: decision.result,
            onTime: t(decision.isOnTime ? 'case.onTime' : 'case.late'),
          })}
        </p>
      )}
      {delivery !== null && (
        <p>
          {t('case.deliveryLine', {
            way: t(`way.${delivery.way}`),
            receiver: delivery.receiver,
            at: instantWords(delivery.at, language),
          })}
        </p>
      )}
    </div>
  )
}
