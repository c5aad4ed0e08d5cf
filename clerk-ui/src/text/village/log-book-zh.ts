/** Words of the agency log book (V16 to V19). */
export const villageLogBookZh = {
  'village.logBook.title': '代办台账',
  'village.logBook.empty': '台账还是空的',
  'village.logBook.more': '再看前面的',
  'village.logBook.relative': '近亲属件',
  'village.logBook.correct': '更正这条咨询',
  'village.logBook.why': '为什么更正',
  'village.logBook.save': '记下更正',
} as const
