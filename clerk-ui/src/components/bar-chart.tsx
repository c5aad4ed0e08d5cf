import { useEffect, useRef } from 'react'
import type { Bars } from './bar-picture.ts'

/** Bars with their values beside them. The drawing is loaded when the first one is shown; the table stands without it. */
export function BarChart({ bars }: { readonly bars: Bars }) {
  const place = useRef<HTMLDivElement>(null)
  // The same figures read again are not drawn again.
  const drawn = JSON.stringify(bars)
  useEffect(() => {
    let isGone = false
    let takeAway = () => {}
    void import('./bar-picture.ts').then(({ drawBars }) => {
      if (!isGone && place.current !== null) takeAway = drawBars(place.current, JSON.parse(drawn) as Bars)
    })
    return () => {
      isGone = true
      takeAway()
    }
  }, [drawn])
  return (
    <>
      {bars.series.length > 1 && (
        <ul className="chart-key" aria-hidden="true">
          {bars.series.map(({ name }, index) => (
            <li key={name} data-series={index}>
              {name}
            </li>
          ))}
        </ul>
      )}
      <div className="chart" ref={place} data-upright={bars.isUpright} />
    </>
  )
}
