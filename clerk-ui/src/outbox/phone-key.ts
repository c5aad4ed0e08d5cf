import type { KnownDevice } from '@counter/shared/client/device-door'
import type { DeviceId } from '@counter/shared/vocabulary/ids'
import { villageBook } from './village-db.ts'

/** The key by which the centre knows this phone, or null while it is not enrolled (V3). */
export async function findPhoneKey(): Promise<KnownDevice | null> {
  const privateKey = await villageBook.find('keys', 'device')
  const deviceId = await villageBook.find('ids', 'device')
  return privateKey === undefined || deviceId === undefined
    ? null
    : { privateKey, deviceId: deviceId as DeviceId }
}

/**
 * Keeps it under the id that the centre gave. Everything else of the book stays as it was: what waits is sent by the enrolled
 * phone. An open request for numbers was the former id's.
 */
export async function keepPhoneKey({ deviceId, privateKey }: KnownDevice): Promise<void> {
  await villageBook.write(['keys', 'ids'], async (tx) => {
    const ids = tx.objectStore('ids')
    await Promise.all([
      tx.objectStore('keys').put(privateKey, 'device'),
      tx.objectStore('keys').delete('former'),
      ids.put(deviceId, 'device'),
      ids.delete('request'),
    ])
  })
}

/**
 * The centre knows this phone no more; what lies on it stays (V59, V95). The key opens nothing any longer, but signs what is
 * carried to the centre in a file.
 */
export async function forgetPhoneKey(): Promise<void> {
  await villageBook.write(['keys'], async (tx) => {
    const keys = tx.objectStore('keys')
    const known = await keys.get('device')
    if (known !== undefined) await keys.put(known, 'former')
    await keys.delete('device')
  })
}

/** The key that signs an export: this phone's, or the one of before it was withdrawn (V79, V95). */
export async function findExportKey(): Promise<KnownDevice | null> {
  const known = await findPhoneKey()
  const privateKey = await villageBook.find('keys', 'former')
  const deviceId = await villageBook.find('ids', 'device')
  if (known !== null || privateKey === undefined || deviceId === undefined) return known
  return { privateKey, deviceId: deviceId as DeviceId }
}
