import { Done } from '@counter/shared/contract/fields'
import type { GreetState } from '@counter/shared/contract/greet'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { ActButton } from '../../components/command-button.tsx'
import { useWords } from '../../text/words.ts'

type Device = GreetState['devices'][number]

/** Who calls for somebody, and 「我去了」, which takes it off every screen (U18). */
export function HelpCalls({ devices }: { readonly devices: readonly Device[] }) {
  const words = useWords()
  if (devices.length === 0)
    return (
      <p className="quiet" role="status">
        ✓ {words('greet.noHelp')}
      </p>
    )
  return (
    <ul className="rows" aria-live="assertive">
      {devices.map((device) => (
        <li key={device.deviceId} className="help-call" data-problem={device.problem ?? 'silent'}>
          <strong>■ {words(wordOf(device), { name: device.name })}</strong>
          <span>{civilTime(device.since)}</span>
          {/* A device that is silent speaks again by itself; going there clears nothing. */}
          {(device.problem === 'help' || device.problem === 'paper') && (
            <ActButton isPlain className="touch" path={`/api/devices/${device.deviceId}/clear`} parser={Done}>
              {words('greet.gone')}
            </ActButton>
          )}
        </li>
      ))}
    </ul>
  )
}

function wordOf({ problem }: Device) {
  if (problem === 'help') return 'greet.help'
  return problem === 'paper' ? 'greet.paper' : 'greet.trouble'
}
