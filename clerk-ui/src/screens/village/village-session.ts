import { forgetAgent, keepAgent, lastAgent } from '../../outbox/agents.ts'
import { learnSealingKey } from '../../outbox/sealing-key.ts'
import { lock, readVault, vault } from '../../outbox/vault.ts'
import { onNewerBook } from '../../outbox/village-db.ts'
import { closeLink, tellUnreachable } from '../../state/live.ts'
import { onAnotherPerson, recallSession, useSession } from '../../state/session.ts'
import { forgetDrafts, keepDrafts, putDraftsAway } from './draft-store.ts'
import { findDrafts } from './find-drafts.ts'
import { lockWhenIdle } from './idle-lock.ts'
import { usePageOver } from './page-over.ts'
import { leaveLost, reloadOutbox } from './village-outbox.ts'
import { openPhone, provePhone, takeUpAgent, usePhone } from './village-phone.ts'

const ASK_EVERY_MS = 5_000
const MINUTE_MS = 60_000
const IDLE_MINUTES = 10

/** Opens with the agent whom this device knows, with or without a network, and asks the centre until it has answered (V82). */
export async function openSession(): Promise<void> {
  useSession.subscribe(({ phase, session }, before) => {
    const isAgent = session !== null && session.role === 'agent'
    if (session?.staffId !== before.session?.staffId) forgetDrafts()
    if (isAgent && session.staffId !== before.session?.staffId) void readVault(session.staffId)
    if (phase === 'in' && isAgent && session !== before.session) void keepAgent(session, Date.now())
    if (phase === 'out' && before.session !== null && !isSwitching) void forgetAgent(before.session.staffId)
  })
  useSession.subscribe(({ phase, session }, before) => {
    if (phase === 'in' && before.phase !== 'in') void learnSealingKey()
    // An open page whose session is in doubt goes on by the phone's key, or to its door, at once (V80).
    const isDoubted = session !== null && (phase === 'lost' || phase === 'asking')
    if (before.phase === 'in' && isDoubted) void learn()
  })
  vault.subscribe(({ phase, staffId }, before) => {
    if (phase !== before.phase && phase === 'open' && staffId !== null) void findDrafts(staffId)
    if (phase !== before.phase) void reloadOutbox()
  })
  // The page that begins anew for another agent opens with whom the phone knows as the last one (V35).
  onAnotherPerson(async (session) => {
    await putDraftsAway().catch(() => undefined)
    if (session.role === 'agent') await keepAgent(session, Date.now())
  })
  others?.addEventListener('message', () => void leavePage())
  onNewerBook(endPage)
  keepDrafts()
  lockWhenIdle({ idleMs, lock: lockAway, lookEveryMs: ASK_EVERY_MS })
  await openPhone()
  const known = await lastAgent()
  if (known !== null) recallSession(known)
  // Nobody is known here, so nobody's taking up would tell that the phone was reported lost (V80).
  else if (usePhone.getState().standing === 'enrolled') await provePhone()
  // The door says so meanwhile.
  if (known === null && isLost()) void leaveLost()
  await learn()
  setInterval(() => void learnAgain(), ASK_EVERY_MS)
}

let learning: Promise<void> | null = null

// The end of the line and a refused request tell the same; it is asked once.
function learn(): Promise<void> {
  learning ??= learnOnce().finally(() => {
    learning = null
  })
  return learning
}

// The agent whose page this is goes on, whoever was at the phone before; only then it is asked who that is.
async function learnOnce(): Promise<void> {
  const { session } = useSession.getState()
  if (session !== null && usePhone.getState().standing === 'enrolled') {
    const outcome = await takeUpAgent(session.staffId)
    // An answer that was lost may have changed the session, so what this page holds says nothing of whether it stands.
    if (outcome === 'silent') return tellUnreachable()
    if (outcome === 'ended') {
      useSession.setState({ phase: 'lost' })
      if (isLost()) {
        // Whoever found it sees nothing more of it, also where it lay open (V80).
        lock()
        await leaveLost()
      }
      return
    }
  }
  await useSession.getState().learn()
  if (isUnanswered()) tellUnreachable()
}

function isLost(): boolean {
  return usePhone.getState().problem === 'device.lost'
}

let isSwitching = false
const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('village-left')

/**
 * 换人: always allowed. The one before stays known here and goes on later by the PIN; what waits, waits. No tab of the phone
 * stays open with what that agent wrote, or sends it in the session of the next one (V35).
 */
export async function leaveToOther(): Promise<void> {
  others?.postMessage('left')
  await leavePage()
}

async function leavePage(): Promise<void> {
  await putDraftsAway().catch(() => undefined)
  lock()
  closeLink()
  isSwitching = true
  useSession.setState({ phase: 'out', session: null })
  isSwitching = false
}

// A newer page waits for this book. What was typed is written with it first; then nothing here goes on (V41).
async function endPage(): Promise<void> {
  await putDraftsAway().catch(() => undefined)
  usePageOver.setState({ isOver: true })
  lock()
  closeLink()
  // Only a tab that a script has opened closes by itself; any other one says what to do.
  window.close()
}

async function learnAgain(): Promise<void> {
  if (usePageOver.getState().isOver) return
  if (isUnanswered() && document.visibilityState === 'visible') await learn()
}

// A known agent stays at the page while the centre is silent; whether the session stands is then not known yet.
function isUnanswered(): boolean {
  const { phase } = useSession.getState()
  return phase === 'asking' || phase === 'unreachable'
}

// What the centre last said to this agent, which the phone keeps; a phone that never heard it has the shipped ten minutes (V33).
function idleMs(): number {
  return (useSession.getState().session?.phone?.idleMinutes ?? IDLE_MINUTES) * MINUTE_MS
}

// A full disk keeps no phone open (V33): what it did not take stays with the page, behind the PIN (V40).
async function lockAway(): Promise<void> {
  if (vault.getState().phase !== 'open') return
  await putDraftsAway().catch(() => undefined)
  lock()
}
