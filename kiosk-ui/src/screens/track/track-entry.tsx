import '../../styles/parts.css'
import type { ReactNode } from 'react'
import { later } from '../../components/later.tsx'
import { phoneCatalogue } from '../../text/phone-catalogue.ts'
import { TrackScreen } from './track-screen.tsx'

// A resident who looks at a number or a case does not load the guide (K54).
const { Shown: GuidePage } = later(async () => (await import('./guide-page.tsx')).GuidePage)

const { Shown: PointsPage } = later(async () => (await import('../points/points-page.tsx')).PointsPage)

export const catalogue = phoneCatalogue

export function pageOf(path: string): ReactNode {
  const code = /^\/guide\/([^/]+)/.exec(path)?.[1]
  if (code !== undefined) return <GuidePage code={decodeURIComponent(code)} />
  if (path.startsWith('/points')) return <PointsPage />
  return <TrackScreen what={path.startsWith('/c') ? 'case' : 'ticket'} />
}
