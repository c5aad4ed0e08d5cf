/** The names of a case's clocks and 「怎么算的」 (U9), on desk and phone alike. */
export const clockZh = {
  'clock.notice': '补正告知',
  'clock.waiting': '待补正',
  'clock.committed': '承诺',
  'clock.statutory': '法定',
  'clock.delivery': '送达',
  'clock.promise': '容缺补交',
  'clock.pause': '暂停时长',
  'clock.handup': '村里交件',
  'clock.handup_hard': '最迟交件',
  'clock.relay': '转告补正',
  'clock.deliver': '村里送达',
  'clock.followup': '代办回访',
  'clock.explainTitle': '{{clock}}时限怎么算的',
} as const
