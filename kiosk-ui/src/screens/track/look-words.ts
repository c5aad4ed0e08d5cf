/** Words of the list of looks; they come with it and not with the first page (K54). */
export const LOOK_WORDS = {
  zh: {
    title: '谁看过您的资料',
    asking: '正在查…',
    failed: '没查到，请再试。',
    again: '再试一次',
    nobody: '还没有人看过您的完整资料。',
    role: { clerk: '综合窗口', handler: '承办单位', agent: '村代办点', supervisor: '督查' },
    field: { name: '姓名', idNo: '证件号', phone: '电话', address: '住址', contact: '联系人', file: '附件' },
  },
  en: {
    title: 'Who has seen your data',
    asking: 'Looking…',
    failed: 'That did not work. Please try again.',
    again: 'Try again',
    nobody: 'Nobody has seen your data in full so far.',
    role: {
      clerk: 'service window',
      handler: 'unit in charge',
      agent: 'village point',
      supervisor: 'supervision',
    },
    field: {
      name: 'name',
      idNo: 'document number',
      phone: 'phone',
      address: 'address',
      contact: 'contact person',
      file: 'a file',
    },
  },
} as const
