import type { SuperviseState } from '@counter/shared/contract/supervise'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AttentionLine } from './attention-line.tsx'

/** Papers of the time without a server that did not fit; each is looked at by a person (Q50). Empty: nothing to show. */
export function LeaseAttentionCard({
  attention,
  mayAct,
}: {
  readonly attention: SuperviseState['attention']
  readonly mayAct: boolean
}) {
  const t = useWords()
  const language = useDayLanguage()
  if (attention.length === 0) return null
  return (
    <section className="card" aria-labelledby="l1-attention" data-testid="l1.card.attention">
      <h2 id="l1-attention">{t('l1.attention')}</h2>
      <p>{t('l1.attentionCaption', { n: attention.length })}</p>
      <ol className="plain">
        {attention.map((row) => (
          <li key={row.id} className="urgent-line">
            <strong>{row.number ?? t('l1.attentionUnknown')}</strong>
            <span>
              {row.kiosk} · {instantWords(row.receivedAt, language)} · {t(reasonKey(row.code))}
            </span>
            {mayAct && <AttentionLine row={row} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function reasonKey(code: string) {
  switch (code) {
    case 'ticket.finished':
      return 'l1.attentionServed'
    case 'lease.mismatch':
      return 'l1.attentionForeign'
    default:
      return 'l1.attentionOther'
  }
}
