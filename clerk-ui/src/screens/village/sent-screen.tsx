import type { CommandId } from '@counter/shared/vocabulary/ids'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { OutboxItem } from '../../outbox/outbox.ts'
import type { Slip } from '../../outbox/slip.ts'
import { QrCode } from '../../papers/qr-code.tsx'
import { useSession } from '../../state/session.ts'
import { listWords, useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import type { VillageKey } from '../../text/village-zh-cn.ts'
import { Attention } from './attention-part.tsx'
import { FixedSentences } from './home-screen.tsx'
import { LeftPapers } from './left-papers.tsx'
import { numberNow, slipWords } from './slip-words.ts'
import { useOutboxItem } from './village-outbox.ts'

/** What became of a submission, and the resident's slip: it stands with or without a network (V64, V65). */
export function SentScreen({ id }: { readonly id: string }): ReactNode {
  const words = useVillageWords()
  const item = useOutboxItem(id as CommandId)
  return (
    <section className="v-stack" data-screen="V-2" data-state={item?.state ?? 'gone'}>
      <h1 tabIndex={-1}>{words('village.sent.title')}</h1>
      {item === undefined ? <p>{words('village.sent.gone')}</p> : <SentItem item={item} />}
      <Link className="v-main" href="/village/new">
        {words('village.sent.another')}
      </Link>
      <FixedSentences />
    </section>
  )
}

function SentItem({ item }: { readonly item: OutboxItem }): ReactNode {
  const words = useVillageWords()
  const { state, header, slip } = item
  if (state === 'attention') return <RefusedItem item={item} />
  return (
    <>
      <p role="status">{words(statusKey(item), { number: header.number ?? header.provisional ?? '' })}</p>
      {slip?.isUrgent ? <p>▲ {words('village.sent.urgent')}</p> : null}
      {slip === null ? null : <SlipPart item={item} slip={slip} />}
      <CaseLink item={item} className="v-second" />
    </>
  )
}

interface CaseLinkProps {
  readonly item: OutboxItem
  readonly className: string
}

/** The way to the case as the centre has it; none to what is of no case, or of another point (V4, V51). */
export function CaseLink({ item: { answer, header }, className }: CaseLinkProps): ReactNode {
  const words = useVillageWords()
  const id = answer?.caseId ?? null
  if (id === null || header.type === 'number.void') return null
  return (
    <Link className={className} href={`/village/cases/${id}`}>
      {words('village.sent.case')}
    </Link>
  )
}

// Refused at once: the same ways out as in the outbox, and the slip that the resident may hold already (V36).
function RefusedItem({ item }: { readonly item: OutboxItem }): ReactNode {
  const words = useVillageWords()
  const [, navigate] = useLocation()
  const isOwn = useSession(({ session }) => session?.staffId === item.author)
  return (
    <>
      <Attention item={item} isOwn={isOwn} onWithdrawn={() => navigate('/village/outbox')} />
      <Link className="v-second" href="/village/outbox">
        {words('village.sent.toOutbox')}
      </Link>
      {item.slip === null ? null : <SlipPart item={item} slip={item.slip} />}
    </>
  )
}

function statusKey({ answer, state }: OutboxItem): VillageKey {
  if (isThere(answer)) return 'village.sent.done'
  if (state === 'sending') return 'village.sent.sending'
  return state === 'held' ? 'village.sent.held' : 'village.sent.waiting'
}

// Joined to a case of somebody else it is told no number (V4).
function isThere(answer: OutboxItem['answer']): boolean {
  return answer?.number != null || answer?.slip === 'shut'
}

// The number on paper stays good for ever, so a final one that is another is shown beside it (V63, V66).
function SlipPart({ item, slip }: { readonly item: OutboxItem; readonly slip: Slip }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const { answer, header } = item
  const told = header.number ?? header.provisional ?? ''
  const ofSlip = slipWords(item)
  // Its secrets are another person's at the centre: shown once more they would promise what they do not open (V64).
  const opens = answer?.slip !== 'shut'
  return (
    <section className="v-slip" data-testid="v2.slip" aria-label={words('village.slip.title')}>
      <h2>{words(isThere(answer) ? 'village.slip.received' : 'village.slip.waiting')}</h2>
      <dl className="v-told">
        <dt>{words('village.sent.number')}</dt>
        <dd data-testid="v2.number">{numberNow(item)}</dd>
        {opens ? (
          <>
            <dt>{words('village.sent.code')}</dt>
            <dd data-testid="v2.code">{printedQueryCode(slip.queryCode)}</dd>
          </>
        ) : null}
      </dl>
      {ofSlip === null ? null : <p>{words(ofSlip, { number: told })}</p>}
      <dl className="v-facts">
        <dt>{words('village.case.item')}</dt>
        <dd>{slip.itemName}</dd>
        <dt>{words('village.slip.materials')}</dt>
        <dd>{slip.materials.length === 0 ? words('village.slip.none') : listWords(slip.materials, days)}</dd>
        <LeftPapers papers={slip.papers} />
        <dt>{words('village.slip.phone')}</dt>
        <dd>{slip.phone}</dd>
      </dl>
      {opens ? (
        <figure className="v-qr">
          <QrCode text={`${location.origin}/c#${slip.token}`} />
          <figcaption>{words('village.sent.qr')}</figcaption>
        </figure>
      ) : null}
      <p>{words('village.free')}</p>
      {opens ? <p>{words('village.sent.tell')}</p> : null}
      <button type="button" className="v-second v-on-screen" onClick={() => print()}>
        {words('village.slip.print')}
      </button>
    </section>
  )
}
