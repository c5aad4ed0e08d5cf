import type { Receipt } from '@counter/shared/contract/cases'
import type { SegmentReason } from '@counter/shared/vocabulary/case'
import { dateWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { segmentWords } from '@counter/shared/vocabulary/segment-words'
import { useHall } from '../state/hall.ts'
import { useDayLanguage } from '../text/day-language.ts'
import { useWords } from '../text/words.ts'
import { PaperMaterials } from './paper-materials.tsx'
import { QrCode } from './qr-code.tsx'

interface PaperProps {
  readonly receipt: Receipt
}

/** 收件凭证, 受理通知书, 补正材料一次性告知书 or 办结单, as `kind` says (cases.md 9). The name is masked; there is no ID number (C902). */
export function ReceiptPaper({ receipt }: PaperProps) {
  const t = useWords()
  const language = useDayLanguage()
  const centre = useHall(({ hall }) => hall?.centre.name)
  return (
    <article className="paper" lang={language === 'zh' ? 'zh-CN' : 'en'} data-kind={receipt.kind}>
      {centre !== undefined && <p className="paper-number">{centre}</p>}
      <h1>{t(`paper.${receipt.kind}`)}</h1>
      <p className="paper-number">{t('paper.number', { number: receipt.paperNumber })}</p>
      <div className="paper-head">
        <dl>
          <Fact word={t('paper.caseNumber')} value={receipt.caseNumber} />
          <Fact word={t('paper.item')} value={receipt.itemName} />
          <Fact word={t('paper.applicant')} value={receipt.applicant} />
          <Fact word={t('paper.receivedAt')} value={instantWords(receipt.receivedAt, language)} />
          <Fact word={t('paper.unit')} value={receipt.unitName} />
          <Fact word={t('paper.by')} value={receipt.by} />
        </dl>
        <Following receipt={receipt} />
      </div>
      <DueWords receipt={receipt} />
      <PaperMaterials receipt={receipt} />
      {receipt.kind === 'acceptance' && <p>{t('paper.delivery', { where: receipt.where })}</p>}
      {receipt.kind === 'supplement' && <Signatures />}
      <footer>
        <p>{t('paper.consult', { phone: receipt.consultPhone })}</p>
        <p>{t('paper.supervision', { phone: receipt.supervisionPhone })}</p>
      </footer>
    </article>
  )
}

/** QR and query code; the code is told once, so a later paper of the case says where it stands (C1103). */
function Following({ receipt }: PaperProps) {
  const t = useWords()
  return (
    <figure className="paper-qr">
      <QrCode text={receipt.link} />
      <figcaption>
        {t('paper.scan')}
        <br />
        {receipt.queryCode === '' ? (
          t('paper.codeBefore')
        ) : (
          <>
            {t('paper.code')} <strong>{receipt.queryCode}</strong>
          </>
        )}
      </figcaption>
    </figure>
  )
}

function Fact({ word, value }: { readonly word: string; readonly value: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** 「最迟 10月13日（周二）17:30 前办结」 in large type, then one line on how the days are counted (S19, U9). */
function DueWords({ receipt }: PaperProps) {
  const t = useWords()
  const language = useDayLanguage()
  const { kind, dueAt, dueOn, isProvisional, statutoryDueOn } = receipt
  if (kind === 'on_spot') return <p className="paper-due">{t('paper.done')}</p>
  if (kind === 'supplement') return null
  if (kind === 'receipt')
    return (
      <p>{dueOn === null ? t('paper.notYetOpen') : t('paper.notYet', { day: dateWords(dueOn, language) })}</p>
    )
  if (dueAt === null) return null
  return (
    <>
      <p className="paper-due">
        {t('paper.dueBy', { day: instantWords(dueAt, language) })}
        {isProvisional && <small>{t('paper.provisional')}</small>}
      </p>
      <Counting receipt={receipt} />
      {statutoryDueOn !== null && <p>{t('paper.statutory', { day: dateWords(statutoryDueOn, language) })}</p>}
    </>
  )
}

// Plain working days explain themselves and weekends are said once; what people ask about are the other days.
const TOLD: readonly SegmentReason[] = ['start', 'makeup', 'holiday', 'paused', 'unpublished']

function Counting({ receipt: { explanation } }: PaperProps) {
  const t = useWords()
  const language = useDayLanguage()
  const told = explanation
    .filter(({ reason }) => TOLD.includes(reason))
    .map((run) => segmentWords(run, language))
  const weekends = explanation.some(({ reason }) => reason === 'weekend') ? [t('paper.weekends')] : []
  if (told.length === 0) return null
  const separator = language === 'zh' ? '；' : '; '
  return (
    <p className="paper-counting">
      {t('paper.counting')}
      {[...told, ...weekends].join(separator)}
    </p>
  )
}

function Signatures() {
  const t = useWords()
  return (
    <div className="paper-signatures">
      {(['paper.signApplicant', 'paper.signClerk'] as const).map((who) => (
        <p key={who}>
          {t(who)} <span className="paper-line" /> {t('paper.signDate')} <span className="paper-line short" />
        </p>
      ))}
    </div>
  )
}
