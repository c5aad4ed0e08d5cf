import { Button } from 'antd'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../text/words.ts'
import './layer.css'

interface LayerProps {
  readonly title: string
  /** Null: the layer stays until what it asks for is done. */
  readonly onClose: (() => void) | null
  /** For a picture of a paper, which must stay readable. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/**
 * A layer over the page: the browser's own dialogue keeps the focus inside, closes with Esc and gives the focus back.
 * antd's would lock the scroll by a style without a nonce (K42).
 */
export function Layer({ title, onClose, isWide = false, children }: LayerProps) {
  const words = useWords()
  const titleId = useId()
  const layer = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = layer.current
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('input, a[href], button')?.focus()
    return () => dialog?.close()
  }, [])
  // Chromium closes a dialogue on a second Esc whatever the page says.
  const closed = () => {
    if (layer.current?.open !== false) return
    if (onClose === null) layer.current.showModal()
    else onClose()
  }
  return (
    <dialog
      ref={layer}
      className={isWide ? 'layer wide' : 'layer'}
      aria-labelledby={titleId}
      onClose={closed}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
      {onClose !== null && <Button onClick={onClose}>{words('frame.close')}</Button>}
    </dialog>
  )
}
