import { Revealed } from '@counter/shared/contract/case-bodies'
import type { PersonField } from '@counter/shared/vocabulary/personal-data'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { find } from '../../state/ask.ts'
import { useNet } from '../../state/live.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { VillageCommand } from './village-command.tsx'
import { type Refused, VillageRefusal } from './village-refusal.tsx'

/** Whom to call: the resident, or who answers for somebody without a phone (C1107). */
type Callee = { readonly phone: string } | { readonly contact: string }

/** The resident's phone on this page alone, once the centre has written who looks; it is kept nowhere (V4, U16). */
export function CallPart({ caseId }: { readonly caseId: string }): ReactNode {
  const words = useVillageWords()
  const isOffline = useNet(({ net }) => net === 'offline')
  const [callee, setCallee] = useState<Callee | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const ask = async () => {
    setBusy(true)
    const answer = await askWhom(caseId)
    setBusy(false)
    setRefused(answer.ok ? null : answer)
    if (answer.ok) setCallee(answer.value)
  }
  if (callee !== null) return <Called callee={callee} />
  // It needs the centre's word, so without a network it is not offered; 今日走访 carries phones (V42).
  if (isOffline) return null
  return (
    <>
      <p className="v-hint">{words('village.walk.noted')}</p>
      <VillageCommand
        className="v-second"
        phase={isBusy ? 'sending' : 'writing'}
        busy="village.walk.busy"
        onPress={() => void ask()}
      >
        {words('village.case.call')}
      </VillageCommand>
      <VillageRefusal refused={refused} />
    </>
  )
}

function Called({ callee }: { readonly callee: Callee }): ReactNode {
  const words = useVillageWords()
  const link = useRef<HTMLAnchorElement>(null)
  const told = useRef<HTMLParagraphElement>(null)
  // It takes the place of the button that was pressed, but nothing from whoever has gone on meanwhile (U43).
  useEffect(() => {
    if (document.activeElement === document.body) (link.current ?? told.current)?.focus()
  }, [])
  if ('phone' in callee)
    return (
      <a ref={link} className="v-second" href={`tel:${callee.phone}`}>
        {words('village.walk.call', { phone: callee.phone })}
      </a>
    )
  const { contact } = callee
  return (
    <p ref={told} role="status" tabIndex={-1}>
      {contact === '' ? words('village.walk.noPhone') : words('village.walk.contact', { contact })}
    </p>
  )
}

async function askWhom(caseId: string) {
  const look = (field: PersonField) =>
    find(`/api/cases/${caseId}/reveal`, { field, kind: 'contact' }, Revealed)
  const phone = await look('phone')
  if (!phone.ok) return phone
  if (phone.value.value !== '') return { ok: true, value: { phone: phone.value.value } } as const
  const contact = await look('contact')
  return contact.ok ? ({ ok: true, value: { contact: contact.value.value } } as const) : contact
}
