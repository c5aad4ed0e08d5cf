import type { DeviceId } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import { Refusal } from '../../domain/refusal.ts'
import { appendAudit } from '../../store/audit.ts'
import type { Origin } from '../../store/origin.ts'
import { type DeviceRow, findDevice, saveDevicePin, saveDeviceScale } from '../../store/people.ts'
import { once } from '../../store/receipts.ts'
import type { Deps } from '../deps.ts'
import type { Passwords } from './passwords.ts'
import type { SignInLimiter } from './sign-in-limiter.ts'

/** An administrator sets the number that opens the staff page of a kiosk; only its hash is kept (K-10). Refuses `device.not_enrolled`. */
export async function setKioskPin(
  deps: Deps,
  passwords: Passwords,
  command: { readonly origin: Origin; readonly device: DeviceId; readonly pin: string },
): Promise<{ done: true }> {
  const { origin, device, pin } = command
  const pinHash = await passwords.hash(pin)
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'device.pin', subject: device, content: { device, pin } }, () => {
      const found = findDevice(tx, device)
      if (found?.kind !== 'kiosk' || found.revokedAt !== null) throw new Refusal('device.not_enrolled')
      saveDevicePin(tx, device, pinHash)
      tx.record({ type: 'device.pin_set', subject: device, version: 1, origin, data: {} })
      return { done: true as const }
    }),
  )
}

/** Somebody typed the number at the kiosk. Guessing gets slower and is written down. Refuses `pin.none`, `pin.wrong`, `session.wait`. */
export async function checkKioskPin(
  { store }: Deps,
  guard: { readonly passwords: Passwords; readonly limiter: SignInLimiter },
  { device, origin, pin }: { readonly device: DeviceRow; readonly origin: Origin; readonly pin: string },
): Promise<{ done: true }> {
  if (device.pinHash === null) throw new Refusal('pin.none')
  const account = `pin:${device.id}`
  guard.limiter.requireTurn(account, 'kiosk', toMs(store.now()))
  const fits = await guard.passwords.check(device.pinHash, pin)
  if (fits) guard.limiter.succeeded(account, 'kiosk')
  else guard.limiter.failed(account, 'kiosk', toMs(store.now()))
  const action = fits ? 'device.staff_page_opened' : 'device.staff_page_refused'
  await store.write((tx) =>
    appendAudit(tx, { origin, action, subject: device.id, result: fits ? 'done' : 'pin.wrong' }),
  )
  if (!fits) throw new Refusal('pin.wrong')
  return { done: true }
}

/** How many pixels of this screen are a millimetre, measured by somebody standing at it (U2). */
export function saveOwnScale(
  deps: Deps,
  {
    origin,
    device,
    pxPerMm,
  }: { readonly origin: Origin; readonly device: DeviceId; readonly pxPerMm: number },
): Promise<{ done: true }> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'device.scale', subject: device, content: { pxPerMm } }, () => {
      saveDeviceScale(tx, device, pxPerMm)
      tx.record({ type: 'device.measured', subject: device, version: 1, origin, data: { pxPerMm } })
      return { done: true as const }
    }),
  )
}
