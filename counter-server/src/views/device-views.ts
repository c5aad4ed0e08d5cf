import type { DeviceNews } from '@counter/shared/contract/desk'
import type { DeviceLine, DeviceReported } from '@counter/shared/contract/devices'
import type { DeviceRow } from '../store/people.ts'
import type { DeviceFacts } from '../usecases/people/devices.ts'

/** Silence comes first: what a device said before it fell silent may be long over. */
export function toDeviceNews(row: DeviceRow): DeviceNews {
  const { id, name, kind, speaks, enrolledAt, problemAt, silentAt, printerFault } = row
  return {
    deviceId: id,
    name,
    kind,
    problem: problemOf(row),
    fault: printerFault,
    since: silentAt ?? problemAt ?? enrolledAt,
    speaks,
  }
}

export function toDeviceLine({ row, lastAt }: DeviceFacts): DeviceLine {
  const { place, enrolledAt, revokedAt, build, diagonalInches, soundAskedAt, soundHeardAt, soundPath } = row
  const { deviceId: _, ...news } = toDeviceNews(row)
  return {
    ...news,
    deviceId: row.id,
    place,
    enrolledAt,
    revokedAt,
    lastContactAt: lastAt,
    build,
    screen: screenOf(row),
    diagonalInches,
    pxPerMm: row.pxPerMm,
    village: row.village,
    lostAt: row.lostAt,
    retiredAt: row.retiredAt,
    soundTest:
      soundAskedAt === null ? null : { askedAt: soundAskedAt, heardAt: soundHeardAt, path: soundPath },
  }
}

export function toDeviceReported(row: DeviceRow): DeviceReported {
  return { deviceId: row.id, name: row.name, pxPerMm: row.pxPerMm }
}

function problemOf({ silentAt, problem, revokedAt }: DeviceRow): DeviceNews['problem'] {
  if (revokedAt !== null) return null
  return silentAt === null ? problem : 'silent'
}

function screenOf({ screenWidth, screenHeight }: DeviceRow): DeviceLine['screen'] {
  return screenWidth === null || screenHeight === null ? null : { width: screenWidth, height: screenHeight }
}
