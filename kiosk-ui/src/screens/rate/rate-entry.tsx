import '../../styles/rate.css'
import type { ReactNode } from 'react'
import { rateCatalogue } from '../../text/rate-catalogue.ts'
import { RateScreen } from './rate-screen.tsx'

export const catalogue = rateCatalogue

export function pageOf(): ReactNode {
  return <RateScreen />
}
