import { newCommandId, sendCommand } from '@counter/shared/client/commands'
import { Done } from '@counter/shared/contract/fields'
import { type ReactNode, useState } from 'react'
import { Press } from '../../components/press.tsx'
import { asDevice } from '../../device.ts'
import { pageBuild } from '../../state/device-report.ts'
import { tell } from '../../state/kiosk-store.ts'
import { setLocked, useLock } from '../../state/lock.ts'
import { setNoPaper, useOwnPrinter } from '../../state/own-printer.ts'
import { printTest } from '../../state/printer.ts'
import { setVolume, useVolume } from '../../state/volume.ts'
import { useText } from '../../text/text.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { KioskFrame } from './kiosk-frame.tsx'
import { PinKeys } from './pin-keys.tsx'
import { ScalePart } from './scale-part.tsx'

/** K-10: paper, test, volume, millimetres, lock, restart, version; behind the PIN of this kiosk. */
export function StaffScreen(): ReactNode {
  const say = useText()
  const [isOpen, setOpen] = useState(false)
  const leave = (
    <Press look="second" onPress={() => tell({ type: 'left' })}>
      {say('staff.leave')}
    </Press>
  )
  return (
    <KioskFrame screen="K-10" state={isOpen ? 'open' : 'pin'} bar={leave}>
      <h1>{say('staff.title')}</h1>
      {isOpen ? <StaffActs /> : <PinKeys onRight={() => setOpen(true)} />}
    </KioskFrame>
  )
}

function StaffActs(): ReactNode {
  return (
    <div className="staff-acts">
      <PaperPart />
      <VolumePart />
      <ScalePart />
      <MachinePart />
    </div>
  )
}

function PaperPart(): ReactNode {
  const say = useText()
  const { kind, width, hasNoPaper } = useOwnPrinter()
  const [told, setTold] = useState<TextKey | null>(null)
  const changed = () => {
    setNoPaper(false)
    setTold('staff.paperDone')
    const body = { commandId: newCommandId() }
    void asDevice('kiosk', () => sendCommand('/api/devices/own/paper', body, Done, { door: 'kiosk' }))
  }
  const test = async () => {
    setTold('staff.testing')
    const state = await printTest().catch(() => 'failed' as const)
    setTold(`staff.test.${state}`)
  }
  return (
    <section aria-label={say('staff.paper')}>
      <p>
        {say(`staff.printer.${kind}`, { n: width })}
        {hasNoPaper && ` · ▲ ${say('staff.noPaper')}`}
      </p>
      <div className="row">
        <Press onPress={changed}>{say('staff.changed')}</Press>
        <Press isBusy={told === 'staff.testing'} onPress={() => void test()}>
          {say('staff.test')}
        </Press>
      </div>
      <p role="status">{told !== null && say(told)}</p>
    </section>
  )
}

const STEP = 10

function VolumePart(): ReactNode {
  const say = useText()
  const percent = useVolume((volume) => volume.percent)
  return (
    <section aria-label={say('staff.volume')}>
      <p>{say('staff.volumeNow', { n: percent })}</p>
      <div className="row">
        <Press isOff={percent === 0} onPress={() => setVolume(percent - STEP)}>
          {say('staff.quieter')}
        </Press>
        <Press isOff={percent === 100} onPress={() => setVolume(percent + STEP)}>
          {say('staff.louder')}
        </Press>
      </div>
    </section>
  )
}

function MachinePart(): ReactNode {
  const say = useText()
  const isLocked = useLock((lock) => lock.isLocked)
  return (
    <section aria-label={say('staff.machine')}>
      <p>{say('staff.version', { v: pageBuild() ?? '–' })}</p>
      <div className="row">
        <Press onPress={() => setLocked(!isLocked)}>{say(isLocked ? 'staff.unlock' : 'staff.lock')}</Press>
        <Press onPress={() => location.reload()}>{say('staff.restart')}</Press>
      </div>
    </section>
  )
}
