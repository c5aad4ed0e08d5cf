import { forgetAgent, keepAgent, lastAgent } from '../../outbox/agents.ts'
import { tellUnreachable } from '../../state/live.ts'
import { recallSession, useSession } from '../../state/session.ts'
import { keepDraft } from './draft-store.ts'

const ASK_EVERY_MS = 5_000

/** Opens with the agent whom this device knows, with or without a network, and asks the centre until it has answered (V82). */
export async function openSession(): Promise<void> {
  useSession.subscribe(({ phase, session }, before) => {
    if (session !== null && session.staffId !== before.session?.staffId) void keepDraft(session.staffId)
    if (phase === 'in' && session?.role === 'agent' && session !== before.session)
      void keepAgent(session, Date.now())
    if (phase === 'out' && before.session !== null) void forgetAgent(before.session.staffId)
  })
  const known = await lastAgent()
  if (known !== null) recallSession(known)
  await learn()
  setInterval(() => void learnAgain(), ASK_EVERY_MS)
}

async function learn(): Promise<void> {
  await useSession.getState().learn()
  if (isUnanswered()) tellUnreachable()
}

async function learnAgain(): Promise<void> {
  if (isUnanswered() && document.visibilityState === 'visible') await learn()
}

// A known agent stays at the page while the centre is silent; whether the session stands is then not known yet.
function isUnanswered(): boolean {
  const { phase } = useSession.getState()
  return phase === 'asking' || phase === 'unreachable'
}
