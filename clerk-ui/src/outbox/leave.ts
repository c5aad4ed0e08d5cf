import { isOver, warned } from './draft-days.ts'
import { writtenOf } from './draft-disk.ts'
import { itemOf } from './kept-command.ts'
import type { Tx } from './left-book.ts'
import { countOutbox } from './outbox-counts.ts'
import { villageBook } from './village-db.ts'

/** What the last steps of a retired phone need of the page and of the centre. */
export interface LeaveWorld {
  /** The centre's time in ms. */
  now(): number
  /** Writes first what was typed a moment ago (V27). */
  saved(): Promise<void>
  /** A new session of the phone itself; false also when the centre says nothing. */
  prove(): Promise<boolean>
  say(step: 'drained' | 'wiped'): Promise<boolean>
  erase(): Promise<void>
  /** So many days after its last letter a form is let go (V36). */
  readonly draftDays: number
}

/** What came of it: while forms are half written the phone stays, and its agents are told how many. */
export interface Leaving {
  readonly isGone: boolean
  readonly drafts: number
}

const ALL = [
  'meta',
  'ids',
  'leases',
  'agents',
  'keys',
  'vault',
  'drafts',
  'commands',
  'blobs',
  'receipts',
  'cache',
] as const satisfies Parameters<typeof villageBook.write>[0]

/**
 * The last steps of a retired phone, in the order of V81: nothing is left on it, so its numbers go back; then everything on it is
 * erased; only then its key opens nothing more. Silence erases nothing. Whatever is frozen or typed meanwhile is counted again in
 * the one step that empties the book, so it stops that or is refused itself (V28, V84). A number that goes back is off the phone
 * before the centre may lend it again, so that what is frozen then shows a provisional code (V62, V63).
 */
export async function leaveCentre({
  now,
  draftDays,
  saved,
  prove,
  say,
  erase,
}: LeaveWorld): Promise<Leaving> {
  const moment = () => ({ now: now(), draftDays })
  await saved()
  const before = await whenEmpty(moment(), async () => undefined)
  if (!before.isEmpty || !(await prove())) return stays(before)
  const numbersGone = await whenEmpty(moment(), (tx) => tx.objectStore('leases').clear())
  if (!numbersGone.isEmpty || !(await say('drained'))) return stays(numbersGone)
  await saved()
  const emptied = await whenEmpty(moment(), async (tx) => {
    await Promise.all(ALL.map((store) => tx.objectStore(store).clear()))
    await tx.objectStore('meta').put(1, 'left')
  })
  if (!emptied.isEmpty) return stays(emptied)
  await erase()
  // The session of the phone still stands, although the key is gone.
  await say('wiped')
  return { isGone: true, drafts: 0 }
}

/** Now in ms, and the days by which forms are let go then. */
interface Moment {
  readonly now: number
  readonly draftDays: number
}

interface Remains {
  readonly isEmpty: boolean
  readonly drafts: number
}

async function whenEmpty({ now, draftDays }: Moment, work: (tx: Tx) => Promise<unknown>): Promise<Remains> {
  return villageBook.write([...ALL], async (tx) => {
    const outbox = (await tx.objectStore('commands').getAll()).map(itemOf)
    const { unsent, photosLeft, attention } = countOutbox(outbox)
    const drafts = await heldForms(tx, { now, draftDays })
    const isEmpty = unsent + photosLeft + attention + drafts === 0
    if (isEmpty) await work(tx)
    return { isEmpty, drafts }
  })
}

// What its agent left so many days ago is let go like any other form. That the phone is to go, and how many forms it has, is the
// warning to whoever has not looked at them (V36, V81).
async function heldForms(tx: Tx, { now, draftDays }: Moment): Promise<number> {
  const store = tx.objectStore('drafts')
  const held = (await store.getAll()).filter(
    (form) => form.isBlank !== true && !isOver(writtenOf(form), now, draftDays),
  )
  for (const form of held) {
    const { warnedAt } = warned(writtenOf(form), now, draftDays)
    if (warnedAt !== undefined && form.warnedAt === undefined) await store.put({ ...form, warnedAt })
  }
  return held.length
}

function stays({ drafts }: Remains): Leaving {
  return { isGone: false, drafts }
}
