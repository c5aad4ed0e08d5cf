import type { StaffId } from '@counter/shared/vocabulary/ids'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { isGoodPin, waitLeft } from '../../outbox/slot.ts'
import { allowNewPin, setPin, unlock, vault } from '../../outbox/vault.ts'
import { useServerNow } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useVillageWords } from '../../text/village-words.ts'
import type { VillageKey } from '../../text/village-zh-cn.ts'
import { EntryHead } from './language-button.tsx'
import { askToPersist } from './village-room.ts'
import { leaveToOther } from './village-session.ts'
import { VillageSignIn } from './village-sign-in.tsx'

/** What stands between a phone in other hands and what its agent wrote: six digits (V33, V34). */
export function PinGate({
  staffId,
  children,
}: {
  readonly staffId: StaffId
  readonly children: ReactNode
}): ReactNode {
  const words = useVillageWords()
  const phase = useStore(vault, (state) => state.phase)
  if (phase === 'open') return children
  if (phase === 'reading') return <main className="v-page v-wait">{words('village.loading')}</main>
  // The password proves who this is; then a new PIN may be chosen (V34).
  if (phase === 'erased')
    return <VillageSignIn isLayer why={words('village.pin.erased')} onSignedIn={allowNewPin} />
  return (
    <main className="v-page" data-screen="V-0" data-state={phase}>
      <EntryHead title={words('village.title')} />
      {phase === 'locked' ? <EnterPin staffId={staffId} /> : null}
      {phase === 'none' ? <ChoosePin staffId={staffId} /> : null}
    </main>
  )
}

function EnterPin({ staffId }: { readonly staffId: StaffId }): ReactNode {
  const words = useVillageWords()
  const waitUntil = useStore(vault, (state) => state.waitUntil)
  const [problem, setProblem] = useState<VillageKey | null>(null)
  const [isBusy, setBusy] = useState(false)
  useServerNow(1000)
  const wait = Math.ceil(waitLeft({ waitUntil }, Date.now()) / 1000)
  const enter = async (pin: string) => {
    if (isBusy || waitLeft({ waitUntil }, Date.now()) > 0) return
    setBusy(true)
    const isOpen = await unlock(staffId, pin, Date.now())
    setBusy(false)
    setProblem(isOpen ? null : 'village.pin.wrong')
  }
  return (
    <PinForm
      title={words('village.pin.enter')}
      go={words(isBusy ? 'village.pin.busy' : 'village.pin.open')}
      isBusy={isBusy}
      problem={wait > 0 ? words('village.pin.wait', { n: wait }) : problem && words(problem)}
      onPin={(pin) => void enter(pin)}
    >
      <Other />
    </PinForm>
  )
}

function ChoosePin({ staffId }: { readonly staffId: StaffId }): ReactNode {
  const words = useVillageWords()
  const isSignedIn = useSession(({ phase }) => phase === 'in')
  const [first, setFirst] = useState<string | null>(null)
  const [problem, setProblem] = useState<VillageKey | null>(null)
  const [isBusy, setBusy] = useState(false)
  const choose = async (pin: string) => {
    if (isBusy) return
    if (first === null) {
      setProblem(isGoodPin(pin) ? null : 'village.pin.weak')
      if (isGoodPin(pin)) setFirst(pin)
      return
    }
    if (pin !== first) {
      setFirst(null)
      setProblem('village.pin.differs')
      return
    }
    setBusy(true)
    void askToPersist()
    await setPin(staffId, pin)
  }
  // Only the password proves who this is; without a network nobody can be asked (V3).
  if (!isSignedIn) return <p role="alert">{words('village.pin.online')}</p>
  return (
    <PinForm
      key={first === null ? 'first' : 'again'}
      title={words(first === null ? 'village.pin.choose' : 'village.pin.again')}
      go={words(isBusy ? 'village.pin.busy' : 'village.pin.set')}
      isBusy={isBusy}
      problem={problem && words(problem)}
      onPin={(pin) => void choose(pin)}
    >
      <p className="v-hint">{words('village.pin.screenLock')}</p>
      <Other />
    </PinForm>
  )
}

interface PinFormProps {
  readonly title: string
  readonly go: string
  readonly isBusy: boolean
  readonly problem: string | null
  readonly onPin: (pin: string) => void
  readonly children: ReactNode
}

function PinForm({ title, go, isBusy, problem, onPin, children }: PinFormProps): ReactNode {
  const digits = useRef<HTMLInputElement>(null)
  // The page asks for nothing else, and after a wrong try the digits are typed again at once.
  useEffect(() => digits.current?.focus(), [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    onPin(String(new FormData(form).get('pin')))
    form.reset()
    digits.current?.focus()
  }
  return (
    <form className="v-stack" onSubmit={submit}>
      <label className="v-field">
        {title}
        <input
          ref={digits}
          name="pin"
          type="password"
          inputMode="numeric"
          pattern="[0-9]{6}"
          maxLength={6}
          autoComplete="off"
          required
        />
      </label>
      <p role="alert" className="v-problem">
        {problem}
      </p>
      <button className="v-main" type="submit" aria-disabled={isBusy}>
        {go}
      </button>
      {children}
    </form>
  )
}

/** 换人: always allowed; what waits stays, each with its author (V35). */
export function Other(): ReactNode {
  const words = useVillageWords()
  return (
    <button type="button" className="v-link" onClick={() => void leaveToOther()}>
      {words('village.pin.other')}
    </button>
  )
}
