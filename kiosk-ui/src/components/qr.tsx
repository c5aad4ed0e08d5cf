import { type ReactNode, useMemo } from 'react'
import { encode } from 'uqr'

// Four light modules around, as the standard asks; without them some cameras do not find the code.
const BORDER = 4

/** A QR code as one path, black on white in every mode, so that it can be scanned (K50). */
export function Qr({ text, label, testId }: { text: string; label: string; testId?: string }): ReactNode {
  const { size, path } = useMemo(() => drawn(text), [text])
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      {...(testId === undefined ? {} : { 'data-testid': testId })}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

function drawn(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER })
  const cells = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: cells.join('') }
}
