import type { DeviceNews } from '@counter/shared/contract/desk'
import { Done } from '@counter/shared/contract/fields'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { ActButton } from '../../components/command-button.tsx'
import { useWords } from '../../text/words.ts'

/** Devices that need somebody: no paper, help asked, silent, without sound; and the wall that is to speak (U18, U21, Q54). */
export function DeskDevices({ devices }: { readonly devices: readonly DeviceNews[] }) {
  const words = useWords()
  const troubled = devices.filter(({ problem }) => problem !== null)
  const isMute = devices.some(({ kind }) => kind === 'wall') && !devices.some(({ speaks }) => speaks)
  if (troubled.length === 0 && !isMute) return null
  return (
    <div role="alert">
      <h2>{words('desk.devices')}</h2>
      <ul className="rows">
        {isMute && (
          <li className="row warn">
            ■ {words('desk.device.noSpeaker')}
            <TakeOver devices={devices} />
          </li>
        )}
        {troubled.map((device) => (
          <DeviceRow key={device.deviceId} device={device} devices={devices} />
        ))}
      </ul>
    </div>
  )
}

interface ActProps {
  readonly devices: readonly DeviceNews[]
}

function DeviceRow({ device, devices }: ActProps & { readonly device: DeviceNews }) {
  const words = useWords()
  const { deviceId, name, problem, fault, since, speaks } = device
  if (problem === null) return null
  const isVoiceGone = speaks && (problem === 'silent' || problem === 'sound')
  return (
    <li className="row warn" data-device-problem={problem}>
      {isVoiceGone ? '■' : '▲'}{' '}
      {problem === 'paper' && fault !== null
        ? words('desk.device.fault', { name, fault: words(`fault.${fault}`) })
        : words(isVoiceGone && problem === 'silent' ? 'desk.device.wallSilent' : `desk.device.${problem}`, {
            name,
            time: civilTime(since),
          })}
      {isVoiceGone && <TakeOver devices={devices} />}
      {(problem === 'help' || problem === 'paper') && (
        <ActButton size="small" path={`/api/devices/${deviceId}/clear`} parser={Done}>
          {words('desk.deviceDone')}
        </ActButton>
      )}
    </li>
  )
}

// Another wall that can be heard takes over the voice by one press (Q54).
function TakeOver({ devices }: ActProps) {
  const words = useWords()
  const others = devices.filter(({ kind, speaks, problem }) => kind === 'wall' && !speaks && problem === null)
  return others.map(({ deviceId, name }) => (
    <ActButton key={deviceId} size="small" path={`/api/devices/${deviceId}/speak`} parser={Done}>
      {words('desk.device.speak', { name })}
    </ActButton>
  ))
}
