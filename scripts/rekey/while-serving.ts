import { setTimeout as pause } from 'node:timers/promises'
import { readRekeyState } from '../../counter-server/src/store/rekey-file.ts'

const LOOK_EVERY_MS = 1_000

/** The server takes the new key up at its next tick; this only looks how far it is, and gives how many values did not open. */
export async function rekeyWhileServing(
  keysDir: string,
  key: number,
  tell: (resealed: number) => void,
): Promise<number> {
  let told = -1
  for (;;) {
    const state = readRekeyState(keysDir)
    const isOfKey = state !== null && state.newest >= key
    if (isOfKey && state.resealed !== told) {
      told = state.resealed
      tell(told)
    }
    if (isOfKey && (state.sealedWith >= key || state.broken > 0)) return state.broken
    await pause(LOOK_EVERY_MS)
  }
}
