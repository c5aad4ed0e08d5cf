import { type ReactNode, useState } from 'react'
import { Key } from '../../components/key.tsx'
import { Press } from '../../components/press.tsx'
import { CARD_MM, DIAGONALS, measureHere, scaleOfDiagonal, useMeasure } from '../../state/measure.ts'
import { useText } from '../../text/text.ts'

const STEPS = [-10, -1, 1, 10] as const

/** Millimetres: a bar made as long as a bank card by buttons, or the diagonal of the screen; nothing is dragged (U2). */
export function ScalePart(): ReactNode {
  const say = useText()
  const { pxPerMm, isMeasured } = useMeasure()
  const [barPx, setBarPx] = useState(Math.round(CARD_MM * pxPerMm))
  const bar = `${barPx}px`
  return (
    <section aria-label={say('staff.scale')}>
      <p>{say(isMeasured ? 'staff.scaleNow' : 'staff.scaleNone', { n: pxPerMm.toFixed(2) })}</p>
      <p>{say('staff.card')}</p>
      <svg className="card-bar" width={bar} height="24" aria-hidden="true">
        <rect width="100%" height="100%" />
      </svg>
      <div className="row">
        {STEPS.map((step) => (
          <Key key={step} onKey={() => setBarPx((px) => Math.max(px + step, CARD_MM))}>
            {step > 0 ? `+${step}` : `−${-step}`}
          </Key>
        ))}
        <Press look="main" onPress={() => measureHere(barPx / CARD_MM)}>
          {say('staff.cardFits')}
        </Press>
      </div>
      <p>{say('staff.diagonal')}</p>
      <div className="row">
        {DIAGONALS.map((inches) => (
          <Key key={inches} onKey={() => measureHere(scaleOfDiagonal(inches))}>
            {`${inches}″`}
          </Key>
        ))}
      </div>
    </section>
  )
}
