import type { CommandId } from '@counter/shared/vocabulary/ids'
import { type ReactNode, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { isDamaged } from '../../outbox/damaged.ts'
import { isAtCentre, type OutboxItem } from '../../outbox/outbox.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { ConflictPart } from './conflict-part.tsx'
import { useDrafts } from './draft-store.ts'
import { pathOf } from './drafts-screen.tsx'
import { handToCentre, withdrawItem } from './village-outbox.ts'
import { Alert, type Refused, useReason, VillageRefusal } from './village-refusal.tsx'

interface AttentionProps {
  readonly item: OutboxItem
  /** What another agent of this phone wrote is put right and withdrawn by that agent alone (V35). */
  readonly isOwn: boolean
  /** The page of one item has nothing left to show then. */
  readonly onWithdrawn?: () => void
}

/** A refused item keeps everything; it can be put right, taken back or left to the centre (V36). */
export function Attention({ item, isOwn, onWithdrawn }: AttentionProps): ReactNode {
  const words = useVillageWords()
  const reason = useReason(item.answer)
  const { id } = item.header
  return (
    <>
      {isOwn ? <ConflictPart id={id} /> : null}
      <div className="v-attention">
        <Alert>{words('village.outbox.attention', { reason })}</Alert>
        {isOwn ? <Edit id={id} /> : null}
      </div>
      {isOwn ? <Withdraw item={item} {...(onWithdrawn === undefined ? {} : { onWithdrawn })} /> : null}
      {isOwn && isAtCentre(item) && !isDamaged(item) ? <HandToCentre item={item} /> : null}
    </>
  )
}

function Edit({ id }: { readonly id: CommandId }): ReactNode {
  const words = useVillageWords()
  const [, navigate] = useLocation()
  const reopen = useDrafts((state) => state.reopen)
  const [problem, setProblem] = useState<'busy' | 'gone' | null>(null)
  const open = async () => {
    const draft = await reopen(id)
    if (draft === 'busy' || draft === 'gone') setProblem(draft)
    else navigate(pathOf(draft))
  }
  return (
    <>
      <button type="button" className="v-second" onClick={() => void open()}>
        {words('village.outbox.edit')}
      </button>
      {problem === null ? null : <p role="alert">{words(`village.outbox.edit.${problem}`)}</p>}
    </>
  )
}

// Two presses: what is withdrawn is gone.
function Withdraw({ item, onWithdrawn }: Omit<AttentionProps, 'isOwn'>): ReactNode {
  const words = useVillageWords()
  const [isAsked, setAsked] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const withdraw = async () => {
    const problem = await withdrawItem(item)
    setRefused(problem)
    if (problem === null) onWithdrawn?.()
  }
  return (
    <>
      <button type="button" className="v-second" onClick={() => (isAsked ? void withdraw() : setAsked(true))}>
        {words(isAsked ? 'village.outbox.withdrawSure' : 'village.outbox.withdraw')}
      </button>
      <VillageRefusal refused={refused} />
    </>
  )
}

// The centre has it already; this says that the agent leaves it to the centre and waits for its answer (V36, V51).
function HandToCentre({ item }: { readonly item: OutboxItem }): ReactNode {
  const words = useVillageWords()
  return (
    <div role="status">
      {item.isHanded === true ? <p>{words('village.outbox.handed')}</p> : <HandButton item={item} />}
    </div>
  )
}

function HandButton({ item }: { readonly item: OutboxItem }): ReactNode {
  const words = useVillageWords()
  const button = useRef<HTMLButtonElement>(null)
  useReturnFocus(button, true)
  return (
    <button ref={button} type="button" className="v-second" onClick={() => handToCentre(item.header.id)}>
      {words('village.outbox.hand')}
    </button>
  )
}
