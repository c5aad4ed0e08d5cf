import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { createContext, type ReactNode, useContext, useMemo } from 'react'

/** The village point of the person signed in (V2). */
export interface Point {
  readonly code: VillageCode
  readonly name: string
  readonly agent: string
}

const PointContext = createContext<Point | null>(null)

export function PointProvider({
  children,
  code,
  name,
  agent,
}: Point & { readonly children: ReactNode }): ReactNode {
  const point = useMemo(() => ({ code, name, agent }), [code, name, agent])
  return <PointContext value={point}>{children}</PointContext>
}

/** The point of the pages below `PointProvider`. */
export function usePoint(): Point {
  const point = useContext(PointContext)
  if (point === null) throw new Error('a village page stands outside its point')
  return point
}
