import { useEffect, useRef } from 'react'
import { useKiosk } from '../../state/kiosk-store.ts'
import { CHOOSE_WORDS, focusWords, ticketWords } from '../../voice/kiosk-sentences.ts'
import { hushKiosk, sayAtKiosk } from '../../voice/kiosk-voice.ts'

/** 听语音: the kiosk says what has the focus, what to do, and at last the number digit by digit (S8). Nothing to see. */
export function SpokenKiosk(): null {
  const isSpoken = useKiosk(({ looks }) => looks.isSpoken)
  const place = useKiosk((kiosk) => kiosk.place)
  const ticket = place.at === 'ticket' && place.paper !== 'printing' ? place.ticket : null
  const hasPaper = place.at === 'ticket' && place.paper !== 'failed'
  useEffect(() => {
    if (!isSpoken) return
    if (useKiosk.getState().place.at === 'home') void sayAtKiosk(CHOOSE_WORDS)
    const named = ({ target }: FocusEvent) => {
      const name = target instanceof HTMLElement ? nameOf(target) : ''
      if (name !== '') void sayAtKiosk(focusWords(name))
    }
    document.addEventListener('focusin', named)
    return () => {
      document.removeEventListener('focusin', named)
      hushKiosk()
    }
  }, [isSpoken])
  // With a keypad the next page begins at its main button; the number is read without anything in between.
  const { at } = place
  const cameFrom = useRef(at)
  useEffect(() => {
    if (isSpoken && at !== cameFrom.current && at !== 'ticket' && at !== 'home') focusMain()
    cameFrom.current = at
  }, [isSpoken, at])
  useEffect(() => {
    if (isSpoken && ticket !== null) void sayAtKiosk(ticketWords(ticket, hasPaper))
  }, [isSpoken, ticket, hasPaper])
  return null
}

function focusMain(): void {
  document.querySelector<HTMLElement>('.kiosk-main button:not([disabled])')?.focus()
}

// Only controls have a name; what a page puts the focus on to be read is read by its own words.
function nameOf(target: HTMLElement): string {
  const control = target.closest('button, a[href], [role="button"]')
  // A PIN is not told to the hall.
  if (control?.closest('.pin-keys') != null) return ''
  const words = control?.getAttribute('aria-label') ?? control?.querySelector('strong')?.textContent
  return (words ?? control?.textContent ?? '').trim()
}
