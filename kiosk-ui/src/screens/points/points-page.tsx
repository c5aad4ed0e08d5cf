import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import { PhoneFrame } from '../track/phone-frame.tsx'
import { VillagePoints } from './village-points.tsx'

/** P-7: the village points on a phone (V1). */
export function PointsPage(): ReactNode {
  const say = useText()
  return (
    <PhoneFrame screen="P-7" state="normal">
      <h1>{say('points.title')}</h1>
      <VillagePoints door="track" />
    </PhoneFrame>
  )
}
