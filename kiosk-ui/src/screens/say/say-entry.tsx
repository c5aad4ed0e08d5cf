import '../../styles/say.css'
import type { ReactNode } from 'react'
import { sayCatalogue } from '../../text/say-catalogue.ts'
import { SayScreen } from './say-screen.tsx'

export const catalogue = sayCatalogue

export function pageOf(): ReactNode {
  return <SayScreen />
}
