import '../../styles/photo.css'
import type { ReactNode } from 'react'
import { photoCatalogue } from '../../text/photo-catalogue.ts'
import { PhotoScreen } from './photo-screen.tsx'

export const catalogue = photoCatalogue

export function pageOf(): ReactNode {
  return <PhotoScreen />
}
