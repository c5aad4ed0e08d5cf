import '../../styles/guide.css'
import type { ReactNode } from 'react'
import { phoneCatalogue } from '../../text/phone-catalogue.ts'
import { GuidePage } from './guide-page.tsx'
import { TrackScreen } from './track-screen.tsx'

export const catalogue = phoneCatalogue

export function pageOf(path: string): ReactNode {
  const code = /^\/guide\/([^/]+)/.exec(path)?.[1]
  if (code !== undefined) return <GuidePage code={decodeURIComponent(code)} />
  return <TrackScreen what={path.startsWith('/c') ? 'case' : 'ticket'} />
}
