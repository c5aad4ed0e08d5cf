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
import { OpeningPage } from './opening.tsx'
import { PrivateWindowQuestion } from './private-window.tsx'
import { RecoverDrafts } from './recover-drafts.tsx'
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
  if (phase === 'reading') return <OpeningPage />
  // The password proves who this is; then the supervisor's code gives the key back, or a new PIN is chosen (V34).
  if (phase === 'erased')
    return <VillageSignIn isLayer why={words('village.pin.erased')} onSignedIn={() => void allowNewPin()} />
  return (
    <main className="v-page" data-screen="V-0" data-state={phase}>
      <EntryHead title={words('village.title')} />
      {phase === 'locked' ? <EnterPin staffId={staffId} /> : null}
      {phase === 'sealed' ? <RecoverDrafts staffId={staffId} /> : null}
      {phase === 'none' ? (
        <PrivateWindowQuestion>
          <ChoosePin staffId={staffId} />
        </PrivateWindowQuestion>
      ) : null}
    </main>
  )
}

const FEWEST_DIGITS = 6
const MOST_DIGITS = 8

// How long a new PIN is; one that was chosen before the centre wanted another length still opens (V33).
function usePinDigits(): number {
  return useSession(({ session }) => session?.phone?.pinDigits ?? FEWEST_DIGITS)
}

function EnterPin({ staffId }: { readonly staffId: StaffId }): ReactNode {
  const words = useVillageWords()
  const waitUntil = useStore(vault, (state) => state.waitUntil)
  const [problem, setProblem] = useState<VillageKey | null>(null)
  const [isBusy, setBusy] = useState(false)
  const digits = usePinDigits()
  useServerNow(1000)
  const wait = Math.ceil(waitLeft({ waitUntil }, Date.now()) / 1000)
  const enter = async (pin: string) => {
    if (isBusy || waitLeft({ waitUntil }, Date.now()) > 0) return
    setBusy(true)
    // A try that the disk does not count opens nothing, and is said to be none (V34, V40).
    const isOpen = await unlock(staffId, pin, Date.now()).catch(() => null)
    setBusy(false)
    if (isOpen === null) return setProblem('village.pin.noRoom')
    setProblem(isOpen ? null : 'village.pin.wrong')
  }
  return (
    <PinForm
      title={words(digits === FEWEST_DIGITS ? 'village.pin.enter' : 'village.pin.enterAny')}
      digits={digits === FEWEST_DIGITS ? [FEWEST_DIGITS, FEWEST_DIGITS] : [FEWEST_DIGITS, MOST_DIGITS]}
      go={words(isBusy ? 'village.pin.busy' : 'village.pin.open')}
      isBusy={isBusy}
      problem={wait > 0 ? words('village.pin.tooMany') : problem && words(problem)}
      wait={wait}
      onPin={(pin) => void enter(pin)}
    >
      <Other />
    </PinForm>
  )
}

function ChoosePin({ staffId }: { readonly staffId: StaffId }): ReactNode {
  const words = useVillageWords()
  const isSignedIn = useSession(({ phase }) => phase === 'in')
  const digits = usePinDigits()
  const [first, setFirst] = useState<string | null>(null)
  const [problem, setProblem] = useState<VillageKey | null>(null)
  const [isBusy, setBusy] = useState(false)
  const choose = async (pin: string) => {
    if (isBusy) return
    if (first === null) {
      setProblem(isGoodPin(pin, digits) ? null : 'village.pin.weak')
      if (isGoodPin(pin, digits)) setFirst(pin)
      return
    }
    if (pin !== first) {
      setFirst(null)
      setProblem('village.pin.differs')
      return
    }
    setBusy(true)
    await setPin(staffId, pin).catch(() => setProblem('village.pin.noRoom'))
    setBusy(false)
  }
  // Only the password proves who this is; without a network nobody can be asked (V3).
  if (!isSignedIn) return <p role="alert">{words('village.pin.online')}</p>
  return (
    <PinForm
      key={first === null ? 'first' : 'again'}
      title={words(first === null ? 'village.pin.choose' : 'village.pin.again', { n: digits })}
      digits={[digits, digits]}
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
  /** The fewest and the most digits. */
  readonly digits: readonly [number, number]
  readonly go: string
  readonly isBusy: boolean
  readonly problem: string | null
  /** Seconds until the digits may be tried again. */
  readonly wait?: number
  readonly onPin: (pin: string) => void
  readonly children: ReactNode
}

function PinForm({
  title,
  digits: [fewest, most],
  go,
  isBusy,
  problem,
  wait = 0,
  onPin,
  children,
}: PinFormProps): ReactNode {
  const field = useRef<HTMLInputElement>(null)
  // The page asks for nothing else, and after a wrong try the digits are typed again at once.
  useEffect(() => field.current?.focus(), [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    onPin(String(new FormData(form).get('pin')))
    form.reset()
    field.current?.focus()
  }
  const words = useVillageWords()
  return (
    <form className="v-stack" onSubmit={submit}>
      <label className="v-field">
        {title}
        <input
          ref={field}
          name="pin"
          type="password"
          inputMode="numeric"
          pattern={`[0-9]{${fewest},${most}}`}
          maxLength={most}
          autoComplete="off"
          required
        />
      </label>
      <p role="alert" className="v-problem">
        {problem}
      </p>
      {wait > 0 ? (
        <p role="timer" className="v-hint">
          {words('village.pin.wait', { n: wait })}
        </p>
      ) : null}
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
