import { HALL_CLIPS } from './hall-clips.ts'
import { KIOSK_CLIPS } from './kiosk-clips.ts'

/** Every recorded clip of the house: its words, and how a synthesiser says them. */
export const CLIPS = { ...HALL_CLIPS, ...KIOSK_CLIPS } as const

/** A recorded clip; the sentences of hall and kiosk are made of these alone (Q51, Q55). */
export type ClipKey = keyof typeof CLIPS

export const CLIP_KEYS = Object.keys(CLIPS) as readonly ClipKey[]
export const HALL_CLIP_KEYS = Object.keys(HALL_CLIPS) as readonly ClipKey[]

/** The clip that says a printed prefix. */
export const PREFIX_CLIPS: Readonly<Partial<Record<string, ClipKey>>> = {
  综: 'prefix-general',
  社: 'prefix-social',
  农: 'prefix-agri',
  取: 'prefix-pickup',
  优先: 'prefix-priority',
  预约: 'prefix-appointment',
  应急: 'prefix-emergency',
}

const KNOWN_CLIPS: ReadonlySet<string> = new Set(CLIP_KEYS)

/** True when a clip of this name exists; a hall with nine windows has no clip for the ninth. */
export function isClipKey(key: string): key is ClipKey {
  return KNOWN_CLIPS.has(key)
}
