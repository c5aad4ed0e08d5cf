import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { OutboxItem } from '../../outbox/outbox.ts'
import { QrCode } from '../../papers/qr-code.tsx'
import { useVillageWords } from '../../text/village-words.ts'
import { useDraft } from './draft-store.ts'
import { FixedSentences } from './home-screen.tsx'
import { useOutboxItem } from './village-outbox.ts'
import { VillageRefusal } from './village-refusal.tsx'

/** What became of a submission: number, query code and QR code for the resident (V64), or why it waits. */
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
  const { answer, state, header } = item
  if (state === 'attention') return <Attention item={item} />
  if (answer?.number === undefined || answer.number === null) {
    const key =
      state === 'sending'
        ? 'village.sent.sending'
        : state === 'held'
          ? 'village.sent.held'
          : 'village.sent.waiting'
    return <p role="status">{words(key)}</p>
  }
  return (
    <>
      <p role="status">{words('village.sent.done')} ✓</p>
      <dl className="v-told">
        <dt>{words('village.sent.number')}</dt>
        <dd data-testid="v2.number">{answer.number}</dd>
        {answer.queryCode === null ? null : (
          <>
            <dt>{words('village.sent.code')}</dt>
            <dd data-testid="v2.code">{answer.queryCode}</dd>
          </>
        )}
      </dl>
      {answer.link === null ? null : (
        <figure className="v-qr">
          <QrCode text={answer.link} />
          <figcaption>{words('village.sent.qr')}</figcaption>
        </figure>
      )}
      <p>{words('village.sent.tell')}</p>
      <Link className="v-second" href={`/village/cases/${header.caseId}`}>
        {words('village.sent.case')}
      </Link>
    </>
  )
}

/** A refused item keeps everything; it can be put right or taken back (V36). */
export function Attention({ item }: { readonly item: OutboxItem }): ReactNode {
  const words = useVillageWords()
  const [, navigate] = useLocation()
  const reopen = useDraft((state) => state.reopen)
  const { id, type } = item.header
  const open = async () => {
    if (await reopen(id)) navigate('/village/new')
  }
  const code = item.answer?.code ?? item.photoProblem ?? 'fault'
  return (
    <div className="v-attention">
      <VillageRefusal refused={{ code, params: {} }} told={item.answer?.message ?? null} />
      {type === 'case.register' && item.state === 'attention' ? (
        <button type="button" className="v-second" onClick={() => void open()}>
          {words('village.outbox.edit')}
        </button>
      ) : null}
    </div>
  )
}
