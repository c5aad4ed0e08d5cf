/** How a case ended, in the codes of the data exchange between platforms (C444); 3 deletes a record, which nobody does here. */
export const EXCHANGE_RESULTS = ['0', '1', '2', '4', '5', '6'] as const
export type ExchangeResult = (typeof EXCHANGE_RESULTS)[number]

export const EXCHANGE_WORDS = {
  0: { zh: '出证办结', en: 'ended with a document' },
  1: { zh: '退回办结', en: 'given back' },
  2: { zh: '作废办结', en: 'made void' },
  4: { zh: '转报办结', en: 'forwarded' },
  5: { zh: '补交不来办结', en: 'papers never came' },
  6: { zh: '办结', en: 'ended' },
} as const satisfies Record<ExchangeResult, Readonly<Record<'zh' | 'en', string>>>
