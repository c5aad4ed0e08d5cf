import { forgetPeople } from './recent-people.ts'
import { forgetWalks } from './walk.ts'

const LOOK_EVERY_MS = 60_000

/** What the phone keeps of residents beside its cases goes when its time is over, also while the app is locked (V42). */
export function forgetLists(): void {
  const forget = () => {
    const now = Date.now()
    void Promise.all([forgetWalks(now), forgetPeople(now)]).catch(() => undefined)
  }
  forget()
  setInterval(forget, LOOK_EVERY_MS)
}
