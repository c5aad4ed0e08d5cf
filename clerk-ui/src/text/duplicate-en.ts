import type { duplicateZh } from './duplicate-zh.ts'

export const duplicateEn: Record<keyof typeof duplicateZh, string> = {
  'duplicate.title': 'Duplicates',
  'duplicate.open': 'Possible duplicate',
  'duplicate.merge': 'Merge',
  'duplicate.distinct': 'Not a duplicate',
  'duplicate.linked': 'Linked',
  'duplicate.absorbed': 'Merged into this case',
  'duplicate.mergedInto': 'Merged into',
  'duplicate.unmerge': 'Take the merge back',
  'duplicate.elsewhere': 'a case elsewhere',
  'duplicate.place': 'received {{day}}, {{source}}',
  'duplicate.mergeLine': '{{later}} goes into {{kept}}, whose due date holds. A merge can be taken back.',
  'duplicate.judgeLine': 'Both this case and {{number}} go on. The pair is not shown again.',
  'duplicate.before': 'The same person has had this matter within {{days}} days:',
}
