/** How a device is enrolled, whichever it is (P22). */
export const enrolZhCn = {
  'enrol.title': '这台设备还没有登记',
  'enrol.how': '请管理员发一个登记码，在这里输入。',
  'enrol.code': '登记码',
  'enrol.go': '登记',
  'enrol.busy': '正在登记…',
  'enrol.offline': '连不上服务器，请看网络，再试一次',
  'enrol.insecure': '这个网址不能登记设备，请用 https 打开',
} as const
