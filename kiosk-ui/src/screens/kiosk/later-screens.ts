import { later } from '../../components/later.tsx'
import { bringPaper } from '../../state/printer.ts'
import { bringRefusals } from '../../text/device-refusals.ts'
import { bringEnglish } from '../../text/hall-catalogue.ts'
import { bringBookHere } from './late-offers.tsx'

/** The pages behind the first touch (K54); choosing a matter and asking for its number are in the kiosk's own file. */
const ticket = later(async () => (await import('./ticket-screen.tsx')).TicketScreen)
const progress = later(async () => (await import('./progress-screen.tsx')).ProgressScreen)
const restore = later(async () => (await import('./restore-screen.tsx')).RestoreScreen)
const checkIn = later(async () => (await import('./check-in-screen.tsx')).CheckInScreen)
const visit = later(async () => (await import('./visit-screen.tsx')).VisitScreen)
const opinion = later(async () => (await import('./opinion-screen.tsx')).OpinionScreen)
const staff = later(async () => (await import('./staff-screen.tsx')).StaffScreen)
const guides = later(async () => (await import('./guides-screen.tsx')).GuidesScreen)
const guide = later(async () => (await import('./guide-screen.tsx')).GuideScreen)
const still = later(async () => (await import('./still-there.tsx')).StillThere)
const spoken = later(async () => (await import('./spoken-kiosk.ts')).SpokenKiosk)

export const TicketScreen = ticket.Shown
export const ProgressScreen = progress.Shown
export const RestoreScreen = restore.Shown
export const CheckInScreen = checkIn.Shown
export const VisitScreen = visit.Shown
export const OpinionScreen = opinion.Shown
export const StaffScreen = staff.Shown
export const GuidesScreen = guides.Shown
export const GuideScreen = guide.Shown
export const StillThere = still.Shown
export const SpokenKiosk = spoken.Shown

const AGAIN_MS = 5_000

/**
 * Brings every file that the kiosk may need, in the order in which residents do, as soon as the first page stands: a server
 * that falls silent afterwards takes no page and no paper away (K43, Q47).
 */
export function bringRest(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  const bring = async (): Promise<void> => {
    try {
      for (const each of [ticket.bring, bringPaper, bringRefusals, still.bring, restore.bring]) await each()
      for (const each of [checkIn, visit, progress, spoken, guides, guide, opinion, staff]) await each.bring()
      await bringBookHere()
      await bringEnglish()
    } catch {
      if (!isStopped) timer = setTimeout(() => void bring(), AGAIN_MS)
    }
  }
  void bring()
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
