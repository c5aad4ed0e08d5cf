import { CaseAnswer, type CaseDetail } from '@counter/shared/contract/cases'
import { LOG_BOOK_WORDS } from '@counter/shared/text/log-book-words'
import { dateWords, instantWords, type Language } from '@counter/shared/vocabulary/date-words'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useSession } from '../../state/session.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { CaptureClaimLines, DateCapture } from './capture-time.tsx'

const POWERS = ['submit', 'receive_notice', 'receive_result'] as const

/** The resident may take it back at any time, here or by telephone (V14). */
function RevokeAuthority({ id }: { readonly id: string }) {
  const t = useWords()
  const role = useSession((state) => state.session?.role)
  const { send, phase, refused } = useCommand()
  const revoke = (where: 'window' | 'phone') =>
    void send(`/api/cases/${id}/revoke-authority`, { where }, CaseAnswer)
  if (role !== 'clerk' && role !== 'supervisor') return null
  return (
    <details>
      <summary>{t('agency.revoke')}</summary>
      <CommandButton phase={phase} onPress={() => revoke('window')}>
        {t('agency.revokeWindow')}
      </CommandButton>
      <CommandButton phase={phase} onPress={() => revoke('phone')}>
        {t('agency.revokePhone')}
      </CommandButton>
      <RefusalLine refused={refused} />
    </details>
  )
}

/** What the village point did: both instants and how long the way to the centre took (C518). */
export function CaseAgency({ detail }: { readonly detail: CaseDetail }) {
  const t = useWords()
  const language = useDayLanguage()
  const { agency, row } = detail
  if (agency === null) return null
  const powers = POWERS.filter((power) => agency.powers.includes(power)).map((each) =>
    t(`agency.power.${each}`),
  )
  return (
    <section className="card" aria-labelledby="case-agency">
      <h2 id="case-agency">{t('case.agency')}</h2>
      <ul className="plain">
        <li>{t('agency.agent', { name: agency.agent, village: row.villageName ?? row.village ?? '' })}</li>
        <li>{t('agency.relation', { relation: agency.relation })}</li>
        <li>{t('agency.powers', { powers: powers.join(language === 'zh' ? '、' : ', ') })}</li>
        <li>{t('agency.until', { day: dateWords(agency.until, language) })}</li>
        <li>{t('agency.captured', { at: instantWords(agency.capturedAt, language) })}</li>
        <CaptureClaimLines detail={detail} />
        <li>{t('agency.received', { at: instantWords(row.receivedAt, language) })}</li>
        <li>
          {t('agency.delay', { n: agency.handUpWorkdays })}
          {agency.isHandUpLate && ` ▲ ${t('agency.handUpLate')}`}
        </li>
        {agency.isUrgent === true && <li>▲ {t('agency.urgent')}</li>}
        {agency.papers !== undefined && agency.papers.length > 0 && (
          <li>{t('agency.papers', { list: paperWords(agency.papers, language) })}</li>
        )}
        {agency.isRelative && <li>▲ {t('agency.relative')}</li>}
        {agency.revokedAt != null && (
          <li>▲ {t('agency.revoked', { at: instantWords(agency.revokedAt, language) })}</li>
        )}
      </ul>
      <DateCapture detail={detail} />
      {agency.revokedAt == null && <RevokeAuthority id={row.id} />}
    </section>
  )
}

type Papers = NonNullable<NonNullable<CaseDetail['agency']>['papers']>

function paperWords(papers: Papers, language: Language): string {
  const each = papers.map(({ name, form, count }) => `${name} ${LOG_BOOK_WORDS[form][language]}×${count}`)
  return each.join(language === 'zh' ? '；' : '; ')
}
