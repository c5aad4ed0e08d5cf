/** Words of possible duplicates, at the intake and on the case page (C445). */
export const duplicateZh = {
  'duplicate.title': '重复核对',
  'duplicate.open': '可能重复',
  'duplicate.merge': '合并',
  'duplicate.distinct': '不是重复',
  'duplicate.linked': '有关联',
  'duplicate.absorbed': '并进来的',
  'duplicate.mergedInto': '已并入',
  'duplicate.unmerge': '撤销合并',
  'duplicate.elsewhere': '别处的一件',
  'duplicate.place': '{{day}} {{source}}收件',
  'duplicate.mergeLine': '{{later}} 并入 {{kept}}，期限按 {{kept}} 的算。并错了可以撤销。',
  'duplicate.judgeLine': '和 {{number}} 都接着办，以后不再提示这两件。',
  'duplicate.before': '同一人同一事项，{{days}} 天内已有：',
} as const
