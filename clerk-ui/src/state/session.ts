import { type Answer, readOnce } from '@counter/shared/client/commands'
import { Done } from '@counter/shared/contract/fields'
import { StaffSession } from '@counter/shared/contract/people'
import { create } from 'zustand'
import { forgetDrafts } from './drafts.ts'
import { closeLink, onDoubt, openLink } from './live.ts'

/** `lost`: signed in before, so the page stays under the sign-in layer (U15). */
export type SessionPhase = 'asking' | 'out' | 'in' | 'lost' | 'unreachable'

interface SessionStore {
  readonly phase: SessionPhase
  readonly session: StaffSession | null
  /** Asks who is signed in; at the start of the page and after a window was taken. */
  learn(): Promise<void>
  signIn(signInName: string, password: string): Promise<Answer<StaffSession>>
  /** The first sign-in, or after a forgotten password: the person sets the own one (P20). */
  signInWithCode(signInName: string, code: string, password: string): Promise<Answer<StaffSession>>
  /** `unsent`: what a village's phone still holds of this agent (V35). */
  signOut(unsent?: number): Promise<void>
  lose(): void
}

let last: StaffSession['staffId'] | null = null

/** The person at this screen. */
export const useSession = create<SessionStore>((set, get) => ({
  phase: 'asking',
  session: null,
  async learn() {
    const answer = await readOnce('/api/sessions/own', StaffSession, 'staff')
    const isInside = get().session !== null
    if (answer.ok) enter(answer.value)
    else if (answer.code !== 'offline') set({ phase: isInside ? 'lost' : 'out' })
    else if (!isInside) set({ phase: 'unreachable' })
  },
  async signIn(signInName, password) {
    return entered(await readOnce('/api/sessions', StaffSession, 'staff', { signInName, password }))
  },
  async signInWithCode(signInName, code, password) {
    const body = { signInName, code, password }
    return entered(await readOnce('/api/sessions/first', StaffSession, 'staff', body))
  },
  async signOut(unsent) {
    // Closed before the server ends it: the end of an own line would be taken for that of a stranger's hand.
    closeLink()
    const answer = await readOnce('/api/sessions/end', Done, 'staff', unsent === undefined ? {} : { unsent })
    // The centre knows of something that this phone still holds: its agent stays (V35).
    if (!answer.ok && answer.code === 'village.unsent_items') return openLink()
    set({ phase: 'out', session: null })
  },
  lose() {
    if (get().phase === 'in') set({ phase: 'lost' })
  },
}))

/**
 * Takes up the person whom this device knows, before the server has said anything: a village point opens without a
 * network (V82). The next `learn` says whether the session still stands.
 */
export function recallSession(session: StaffSession): void {
  if (useSession.getState().session !== null) return
  last = session.staffId
  useSession.setState({ session })
}

let whenAnother: (session: StaffSession) => Promise<void> = async () => undefined

/** Done before the page begins anew for another person, who must be found by the new page; this module keeps nobody itself. */
export function onAnotherPerson(keep: (session: StaffSession) => Promise<void>): void {
  whenAnother = keep
}

onDoubt(() => void useSession.getState().learn())

function entered(answer: Answer<StaffSession>): Answer<StaffSession> {
  if (answer.ok) {
    // Another socket: the one of before has the rights of the session that ended.
    closeLink()
    enter(answer.value)
  }
  return answer
}

// What another person left on the screen is not for the next one to see, also after a sign-out; who comes back finds
// what was being typed (U15). Drafts go first, so that no question of the browser can keep the page as it is.
function enter(session: StaffSession): void {
  const isAnother = last !== null && last !== session.staffId
  last = session.staffId
  if (isAnother) {
    forgetDrafts()
    void whenAnother(session)
      .catch(() => undefined)
      .finally(() => location.reload())
    return
  }
  useSession.setState({ phase: 'in', session })
  openLink()
}
