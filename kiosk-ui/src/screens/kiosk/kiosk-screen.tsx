import { type ReactNode, useEffect } from 'react'
import { PageFault } from '../../components/page-fault.tsx'
import { bringFontAndRefusals } from '../../state/after-first-page.ts'
import { followCentre } from '../../state/centre.ts'
import { startDeviceReports } from '../../state/device-report.ts'
import { keepPage } from '../../state/kept-page.ts'
import type { Place } from '../../state/kiosk-machine.ts'
import { followBook } from '../../state/kiosk-sender.ts'
import { tell, useKiosk } from '../../state/kiosk-store.ts'
import { followOwnPrinter } from '../../state/own-printer.ts'
import { settleLostPrints } from '../../state/printer.ts'
import { renewWhenAlone } from '../../state/renew-page.ts'
import { useIdle } from '../../state/use-idle.ts'
import { followHall } from '../../state/waiting.ts'
import { ConfirmScreen } from './confirm-screen.tsx'
import { HomeScreen } from './home-screen.tsx'
import { KioskFault } from './kiosk-fault.tsx'
import {
  bringRest,
  CheckInScreen,
  GuideScreen,
  GuidesScreen,
  OpinionScreen,
  ProgressScreen,
  RestoreScreen,
  SpokenKiosk,
  StaffScreen,
  StillThere,
  TicketScreen,
  VisitScreen,
} from './later-screens.ts'
import { useLooks } from './use-looks.ts'

/** The kiosk: one page at a time, and home again when it is left alone. */
export function KioskScreen(): ReactNode {
  useEffect(followHall, [])
  useEffect(followCentre, [])
  useEffect(() => startDeviceReports('kiosk', () => null).stop, [])
  useEffect(followBook, [])
  useEffect(keepPage, [])
  useEffect(() => renewWhenAlone(), [])
  useEffect(followOwnPrinter, [])
  useEffect(() => void settleLostPrints(), [])
  useEffect(bringFontAndRefusals, [])
  useEffect(bringRest, [])
  useTouches()
  useLooks()
  const place = useKiosk((kiosk) => kiosk.place)
  return (
    <>
      <PageFault key={place.at} shown={<KioskFault />}>
        {screenOf(place)}
      </PageFault>
      <PageFault shown={null}>
        <LeftAlone />
      </PageFault>
      <PageFault shown={null}>
        <SpokenKiosk />
      </PageFault>
    </>
  )
}

function screenOf(place: Place): ReactNode {
  switch (place.at) {
    case 'home':
      return <HomeScreen />
    case 'confirm':
      return <ConfirmScreen place={place} />
    case 'ticket':
      return <TicketScreen place={place} />
    case 'progress':
      return <ProgressScreen />
    case 'restore':
      return <RestoreScreen />
    case 'check_in':
      return <CheckInScreen token={place.token} />
    case 'visit':
      return <VisitScreen id={place.id} />
    case 'opinion':
      return <OpinionScreen />
    case 'staff':
      return <StaffScreen />
    case 'guides':
      return <GuidesScreen key={place.unit} unit={place.unit} />
    case 'guide':
      return <GuideScreen code={place.code} unit={place.unit} />
  }
}

function LeftAlone(): ReactNode {
  const idle = useIdle()
  useEffect(() => {
    if (idle.is === 'over') tell({ type: 'left' })
  }, [idle.is])
  return idle.is === 'asking' ? <StillThere secondsLeft={idle.secondsLeft} /> : null
}

function useTouches(): void {
  useEffect(() => {
    const touched = () => tell({ type: 'touched' })
    window.addEventListener('pointerdown', touched)
    window.addEventListener('keydown', touched)
    return () => {
      window.removeEventListener('pointerdown', touched)
      window.removeEventListener('keydown', touched)
    }
  }, [])
}
