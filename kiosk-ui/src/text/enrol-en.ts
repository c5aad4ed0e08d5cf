import type { enrolZhCn } from './enrol-zh-cn.ts'

export const enrolEn: Readonly<Record<keyof typeof enrolZhCn, string>> = {
  'enrol.title': 'This device is not enrolled yet',
  'enrol.how': 'Ask the administrator for a code and enter it here.',
  'enrol.code': 'Enrolment code',
  'enrol.go': 'Enrol',
  'enrol.busy': 'Enrolling…',
  'enrol.offline': 'The server cannot be reached. Check the network and try again',
  'enrol.insecure': 'A device cannot be enrolled at this address. Open it with https',
}
