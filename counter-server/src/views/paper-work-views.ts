import type { PaperWork } from '@counter/shared/contract/paper-work'
import type { readPaperWork } from '../usecases/village/read-paper-work.ts'

export function toPaperWork({ phones, findings }: ReturnType<typeof readPaperWork>): PaperWork {
  return {
    phones: phones.map(({ phone, goneAt, numbers, onSlips }) => ({
      device: phone.device,
      name: phone.deviceName,
      village: phone.village,
      villageName: phone.villageName,
      agent: phone.agent,
      heardAt: phone.heardAt,
      isLost: phone.lostAt !== null,
      goneAt,
      onSlips,
      numbers: numbers.map(({ number, lentAt }) => ({ number, lentAt })),
    })),
    findings: findings.map(({ command, village, villageName, agentName, number, foundAt }) => ({
      id: command,
      village,
      villageName,
      agent: agentName,
      number,
      foundAt,
    })),
  }
}
