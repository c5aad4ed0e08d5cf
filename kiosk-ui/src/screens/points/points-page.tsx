import type { ReactNode } from 'react'
import { PhoneFrame } from '../track/phone-frame.tsx'
import { usePointWords, VillagePoints } from './village-points.tsx'

/** P-7: the village points on a phone (V1). */
export function PointsPage(): ReactNode {
  const say = usePointWords()
  return (
    <PhoneFrame screen="P-7" state="normal">
      <h1>{say('title')}</h1>
      <VillagePoints door="track" heading="h2" />
    </PhoneFrame>
  )
}
