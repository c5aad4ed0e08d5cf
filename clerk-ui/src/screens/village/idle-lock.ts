/** What tells that somebody is at the phone. */
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'visibilitychange'] as const

interface IdleWorld {
  /** How long nobody touches an open phone before it locks, in ms (V33). */
  idleMs(): number
  lock(): Promise<void>
  readonly lookEveryMs: number
}

/**
 * So many minutes without a touch; a phone that slept longer is locked as soon as it wakes (V33), and one whose clock was set back
 * by as much as well: nobody knows how long it lay there (V78).
 */
export function lockWhenIdle({ idleMs, lock, lookEveryMs }: IdleWorld): void {
  let touchedAt = Date.now()
  const look = async () => {
    if (Math.abs(Date.now() - touchedAt) >= idleMs()) await lock()
  }
  const touched = async () => {
    await look()
    touchedAt = Date.now()
  }
  for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, () => void touched())
  setInterval(() => void look(), lookEveryMs)
}
