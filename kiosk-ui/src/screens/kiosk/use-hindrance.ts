import { useIntake } from '../../state/intake.ts'
import { useWaiting } from '../../state/waiting.ts'

/** Without the server no booking and no visit is known, whether or not numbers can be had; a locked kiosk gives none at all. */
export function useHindrance(): 'locked' | 'offline' | null {
  const intake = useIntake()
  const isSilent = useWaiting(({ net }) => net === 'offline')
  if (intake === 'locked') return 'locked'
  return isSilent || intake === 'offline' ? 'offline' : null
}
