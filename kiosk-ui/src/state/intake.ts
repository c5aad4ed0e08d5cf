import { useCentre } from './centre.ts'
import { useWaiting } from './waiting.ts'

/** Whether numbers can be had here now: `boot` while nothing is known, `offline` while the server is silent (K-1). */
export type Intake = 'boot' | 'open' | 'closed' | 'offline'

/** Whether this kiosk gives numbers now. The live line knows first; its figures are newer than the centre's. */
export function useIntake(): Intake {
  const hall = useCentre((centre) => centre.hall)
  const { net, figures } = useWaiting()
  if (net === 'offline') return 'offline'
  if (hall === null) return 'boot'
  return (figures ?? hall.figures).intake
}
