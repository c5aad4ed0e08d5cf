import type { ReactNode } from 'react'
import { Press } from '../../components/press.tsx'
import { useText } from '../../text/text.ts'

/** What stands in the place of a page that could not be drawn (K-102). */
export function KioskFault(): ReactNode {
  const say = useText()
  return (
    <main className="kiosk" data-screen="K-1" data-state="fault">
      <p className="warning" role="alert">
        {say('fault.words')}
      </p>
      <Press look="main" onPress={() => location.reload()}>
        {say('fault.again')}
      </Press>
    </main>
  )
}
