import type { DeviceKind } from '@counter/shared/vocabulary/actor'
import type { DeviceId } from '@counter/shared/vocabulary/ids'

/** What an enrolled browser keeps. The private key cannot be read out, only used (P22). */
export interface DeviceKey {
  readonly deviceId: DeviceId
  readonly name: string
  readonly privateKey: CryptoKey
}

const DATABASE = 'counter-device'
const STORE = 'keys'

/** The key of this browser for one door, or null. Kiosk and wall may stand side by side in one browser. */
export async function findDeviceKey(kind: DeviceKind): Promise<DeviceKey | null> {
  const database = await openDatabase()
  const found = await answerOf<DeviceKey | undefined>(
    database.transaction(STORE).objectStore(STORE).get(kind),
  )
  database.close()
  return found ?? null
}

/** Keeps the key; the second enrolment of a door replaces the first. */
export async function saveDeviceKey(kind: DeviceKind, key: DeviceKey): Promise<void> {
  const database = await openDatabase()
  await answerOf(database.transaction(STORE, 'readwrite').objectStore(STORE).put(key, kind))
  database.close()
}

/** Forgets a key that the server no longer knows. */
export async function forgetDeviceKey(kind: DeviceKind): Promise<void> {
  const database = await openDatabase()
  await answerOf(database.transaction(STORE, 'readwrite').objectStore(STORE).delete(kind))
  database.close()
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
  return answerOf(request)
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}
