import type { ReactNode } from 'react'
import type { Light as LightName } from '../vocabulary/case.ts'

/** The shape of each light, so that no light is told by its colour alone (screens.md 1.3). */
export const LIGHT_SHAPES = {
  green: 'circle',
  yellow: 'triangle',
  red: 'square',
  paused: 'dashed',
  done: 'check',
  none: 'none',
} as const satisfies Record<LightName, string>
export type LightShape = (typeof LIGHT_SHAPES)[LightName]

export interface LightProps {
  readonly light: LightName
  /** The whole sentence, from `dueWords`; the shape is decoration for those who see it. */
  readonly words: string
  /** Kiosk, wall and phone: text on paper with a border, 7 : 1 (U5). */
  readonly isPublic?: boolean
}

/** The light of a case: shape, word and number, the same on every screen. */
export function Light({ light, words, isPublic = false }: LightProps): ReactNode {
  const shape = LIGHT_SHAPES[light]
  return (
    <span
      className="light"
      data-light={light}
      data-shape={shape}
      {...(isPublic ? { 'data-public': '' } : {})}
    >
      <ShapeMark shape={shape} />
      <span>{words}</span>
    </span>
  )
}

/** The shape alone, for a counter whose word stands beside it. Hidden from screen readers. */
export function ShapeMark({ shape }: { readonly shape: LightShape }): ReactNode {
  if (shape === 'none') return null
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {OUTLINES[shape]}
    </svg>
  )
}

const OUTLINES = {
  circle: <circle cx="8" cy="8" r="6.5" fill="currentColor" />,
  triangle: <path d="M8 1.5 15.3 14.5H0.7Z" fill="currentColor" />,
  square: (
    <path
      fillRule="evenodd"
      fill="currentColor"
      d="M1.5 1.5H14.5V14.5H1.5ZM7 3.5V9.3H9V3.5ZM7 10.7V12.7H9V10.7Z"
    />
  ),
  dashed: (
    <path d="M5 2.5V13.5M11 2.5V13.5" stroke="currentColor" strokeWidth="2.4" strokeDasharray="3 1.6" />
  ),
  check: <path d="M2 8.5 6.3 13 14 3.5" fill="none" stroke="currentColor" strokeWidth="2.6" />,
} as const satisfies Record<Exclude<LightShape, 'none'>, ReactNode>
