import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type Photo, photoOfCanvas } from '../../outbox/photo.ts'
import { useVillageWords } from '../../text/village-words.ts'

const WIDTH = 640
const HEIGHT = 240
const INK = '#1b2126'

/** Signing on the glass with a finger; who cannot, signs on paper (V10). */
export function SignaturePad({
  signature,
  onSigned,
}: {
  /** The one that is kept, perhaps since before the page was killed. */
  readonly signature: Photo | null
  readonly onSigned: (photo: Photo | null) => void
}): ReactNode {
  const words = useVillageWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const lines = useRef(0)
  const [hasInk, setInk] = useState(false)
  const isTaken = signature !== null

  const draw = (event: PointerEvent<HTMLCanvasElement>, isStart: boolean) => {
    const pen = canvas.current?.getContext('2d')
    if (pen === null || pen === undefined || (!isStart && event.buttons === 0)) return
    if (isStart) {
      setInk(true)
      startLine(event.currentTarget, pen, event.pointerId)
    }
    const box = event.currentTarget.getBoundingClientRect()
    pen.lineTo(
      ((event.clientX - box.left) / box.width) * WIDTH,
      ((event.clientY - box.top) / box.height) * HEIGHT,
    )
    pen.stroke()
  }
  // Each line that ends is taken with those before it; a picture that is ready late gives way to the newer one.
  const take = async () => {
    if (canvas.current === null) return
    lines.current += 1
    const turn = lines.current
    const photo = await photoOfCanvas(canvas.current)
    if (turn === lines.current) onSigned(photo)
  }
  const clear = () => {
    lines.current += 1
    canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT)
    setInk(false)
    onSigned(null)
  }
  return (
    <div className="v-sign" data-state={isTaken ? 'taken' : 'empty'}>
      {signature !== null && !hasInk ? (
        <KeptSignature signature={signature} />
      ) : (
        <>
          <p className="v-hint">{words('village.sign.here')}</p>
          <canvas
            ref={canvas}
            width={WIDTH}
            height={HEIGHT}
            role="img"
            aria-label={words('village.sign.here')}
            onPointerDown={(event) => draw(event, true)}
            onPointerMove={(event) => draw(event, false)}
            onPointerUp={() => void take()}
          />
        </>
      )}
      <p className="v-hint">{words('village.sign.keyboard')}</p>
      <div className="v-row">
        <button type="button" className="v-small" onClick={clear}>
          {words('village.sign.again')}
        </button>
        <span role="status">{isTaken ? words('village.sign.taken') : null}</span>
      </div>
    </div>
  )
}

// The glass of a page that was opened again is empty, and one stray stroke on it would take the place of this one (V27).
function KeptSignature({ signature }: { readonly signature: Photo }): ReactNode {
  const words = useVillageWords()
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([signature.content], { type: signature.mime }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [signature])
  return <img src={address} alt={words('village.sign.kept')} />
}

function startLine(target: HTMLCanvasElement, pen: CanvasRenderingContext2D, pointer: number): void {
  target.setPointerCapture(pointer)
  Object.assign(pen, { lineWidth: 4, lineCap: 'round', lineJoin: 'round', strokeStyle: INK })
  pen.beginPath()
}
