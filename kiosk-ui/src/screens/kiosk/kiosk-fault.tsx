import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'

/** What stands in the place of a page that could not be drawn (K-102); made of nothing that might itself be missing. */
export function KioskFault(): ReactNode {
  const say = useText()
  return (
    <main className="kiosk" data-screen="K-1" data-state="fault">
      <p className="warning" role="alert">
        {say('fault.words')}
      </p>
      <button type="button" className="press press-main" onClick={() => location.reload()}>
        {say('fault.again')}
      </button>
    </main>
  )
}
