import '../../styles/rate.css'
import '../../styles/enrol.css'
import '../../styles/tablet.css'
import type { ReactNode } from 'react'
import { tabletCatalogue } from '../../text/tablet-catalogue.ts'
import { EnrolledDevice } from '../enrol/enrolled-device.tsx'
import { TabletScreen } from './tablet-screen.tsx'

export const catalogue = tabletCatalogue

export function pageOf(): ReactNode {
  return (
    <EnrolledDevice kind="rate">
      <TabletScreen />
    </EnrolledDevice>
  )
}
