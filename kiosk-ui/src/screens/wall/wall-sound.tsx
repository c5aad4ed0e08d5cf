import { newCommandId, sendCommand } from '@counter/shared/client/commands'
import { Done } from '@counter/shared/contract/fields'
import type { DeviceId } from '@counter/shared/vocabulary/ids'
import type { ReactNode } from 'react'
import { asDevice } from '../../device.ts'
import { useText } from '../../text/text.ts'

/** How this wall stands in the hall's voice: it speaks, is muted for a while, has no sound, or another one speaks. */
export type WallSound = 'on' | 'muted' | 'off' | 'listening'

export interface WallSoundMarkProps {
  readonly sound: WallSound
  readonly mutedUntil: string | null
  readonly deviceId: DeviceId | null
}

/** Whether the hall can be heard, in words. On a wall that does not speak, a press makes it the one that does (Q54). */
export function WallSoundMark({ sound, mutedUntil, deviceId }: WallSoundMarkProps): ReactNode {
  const say = useText()
  const mark = { 'data-testid': 'wall.sound', 'data-state': sound }
  if (sound === 'listening' && deviceId !== null)
    return (
      <button
        type="button"
        {...mark}
        aria-label={`${say('wall.listening')}，${say('wall.takeOver')}`}
        onClick={() => void takeOver(deviceId)}
      >
        {say('wall.listening')}
      </button>
    )
  const words =
    sound === 'muted'
      ? say('wall.muted', { time: mutedUntil ?? '' })
      : say(sound === 'on' ? 'wall.sound' : 'wall.noSound')
  return (
    <p {...mark} role="status">
      {words}
    </p>
  )
}

async function takeOver(id: DeviceId): Promise<void> {
  const body = { commandId: newCommandId() }
  await asDevice('wall', () => sendCommand(`/api/devices/${id}/speak`, body, Done, { door: 'wall' }))
}
