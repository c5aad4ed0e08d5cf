import { newCommandId } from '@counter/shared/client/commands'
import type { CaseDetail } from '@counter/shared/contract/cases'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import type { Photo } from '../../outbox/photo.ts'
import { caseTopic } from '../../state/case.ts'
import { useNet } from '../../state/live.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { Choice } from './choice.tsx'
import { CopyAge } from './copy-age.tsx'
import { useKeptTopic } from './kept-topic.ts'
import { PhotoButton } from './photo-button.tsx'
import { usePoint } from './point.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { TextField } from './text-field.tsx'
import { handSafely } from './village-outbox.ts'
import { type Refused, VillageRefusal } from './village-refusal.tsx'

const RECEIPT_ROLE = 'receipt'

/** V-5: the result reaches the resident, who signs for it. */
export function HandOverScreen({ id }: { readonly id: string }): ReactNode {
  const words = useVillageWords()
  const { state, refused, copiedAt } = useKeptTopic(`case:${id}`, caseTopic)
  if (refused !== null) return <p data-screen="V-5">{words('village.case.notFound')}</p>
  if (state === null) return <p data-screen="V-5">{words('village.loading')}</p>
  return (
    <section className="v-stack" data-screen="V-5" data-state={state.row.status}>
      <h1 tabIndex={-1}>{words('village.deliver.title')}</h1>
      <p>{`${state.row.itemName} · ${state.applicant.name} · ${state.row.number}`}</p>
      <CopyAge copiedAt={copiedAt} />
      <HandOverForm detail={state} />
    </section>
  )
}

function HandOverForm({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const words = useVillageWords()
  const [, navigate] = useLocation()
  const point = usePoint()
  const isOnline = useNet(({ net }) => net === 'online' || net === 'slow')
  const [id] = useState(newCommandId)
  const [receiver, setReceiver] = useState('')
  const [relation, setRelation] = useState('')
  const [way, setWay] = useState<'glass' | 'paper'>('glass')
  const [proof, setProof] = useState<Photo | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const isReady = receiver.trim() !== '' && proof !== null

  const deliver = async () => {
    if (proof === null || receiver.trim() === '') return
    const about = relation.trim() === '' ? {} : { relation: relation.trim() }
    const problem = await handSafely({
      id,
      caseId: detail.row.id,
      pointId: point.code,
      facts: {
        type: 'result.deliver',
        payload: { receiver: receiver.trim(), ...about, signature: proof.sha256 },
      },
      photos: [{ ...proof, role: RECEIPT_ROLE }],
      title: `${detail.row.itemName} · ${detail.row.applicant}`,
    })
    setRefused(problem)
    if (problem === null) navigate('/village/outbox')
  }
  return (
    <>
      <TextField
        label={words('village.deliver.receiver')}
        value={receiver}
        maxLength={60}
        onType={setReceiver}
      />
      <TextField
        label={words('village.deliver.relation')}
        value={relation}
        maxLength={30}
        onType={setRelation}
      />
      <Choice
        legend={words('village.deliver.proof')}
        options={[
          { value: 'glass', label: words('village.signed.glass') },
          { value: 'paper', label: words('village.signed.paper') },
        ]}
        chosen={way}
        onChoose={(chosen) => {
          setWay(chosen)
          setProof(null)
        }}
      />
      {way === 'glass' ? (
        <SignaturePad onSigned={setProof} />
      ) : (
        <div className="v-row">
          <PhotoButton
            label={words('village.deliver.photo')}
            name={words('village.deliver.photo')}
            onPhoto={setProof}
          />
          {proof === null ? null : <span>{words('village.new.photos', { n: 1 })}</span>}
        </div>
      )}
      <button type="button" className="v-main" aria-disabled={!isReady} onClick={() => void deliver()}>
        {words(isOnline ? 'village.deliver.go' : 'village.deliver.later')}
      </button>
      <VillageRefusal refused={refused} />
    </>
  )
}
