import { create } from 'zustand'
import { freshKiosk, type Kiosk, type KioskEvent, kioskAfter } from './kiosk-machine.ts'

/** Where the kiosk is. Events are the only way in. */
export const useKiosk = create<Kiosk>(() => freshKiosk(performance.now()))

/** Tells the kiosk that something happened. */
export function tell(event: KioskEvent): void {
  useKiosk.setState((kiosk) => kioskAfter(kiosk, event, performance.now()))
}
