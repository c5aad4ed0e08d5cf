import { type ReactNode, useEffect } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Press } from '../../components/press.tsx'
import { tell } from '../../state/kiosk-store.ts'
import { useText } from '../../text/text.ts'
import { STILL_WORDS } from '../../voice/kiosk-sentences.ts'
import { hushKiosk, sayAtKiosk } from '../../voice/kiosk-voice.ts'

/** K-9: twenty seconds to say that one is still here; any touch of the button keeps the page (U19). */
export function StillThere({ secondsLeft }: { readonly secondsLeft: number }): ReactNode {
  const say = useText()
  useEffect(() => {
    void sayAtKiosk(STILL_WORDS)
    return hushKiosk
  }, [])
  return (
    <ModalOverlay className="overlay" isOpen isKeyboardDismissDisabled data-screen="K-9" data-state="asking">
      <Modal>
        <Dialog role="alertdialog" className="still-there">
          <Heading slot="title">{say('k9.still')}</Heading>
          <p className="number" role="timer">
            {secondsLeft}
          </p>
          <Press look="main" testId="k9.stay" onPress={() => tell({ type: 'touched' })}>
            {say('k9.stay')}
          </Press>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
