/** What a button says while its command is not answered yet (U14), on desk and phone alike. */
export const askZh = {
  'ask.checking': '正在核对，请稍候',
  'ask.unsettled': '还没有确认，可以放心再按一次',
  'form.sending': '正在提交…',
} as const

export type AskKey = keyof typeof askZh
