/** P-3, the rating on a phone (screens.md R-0). */
export const rateZhCn = {
  'p3.title': '这次服务，您觉得怎么样？',
  'p3.about': '号码 {n}',
  'p3.voluntary': '评价自愿，窗口人员看不到是谁评的',
  'p3.skip': '本次不评价',
  'p3.why': '哪里不满意？可以不选',
  'p3.text': '想说的话，可以不写',
  'p3.phone': '想要答复请留电话',
  'p3.send': '提交',
  'p3.back': '返回',
  'p3.sending': '正在提交…',
  'p3.checking': '正在确认…请稍等',
  'p3.failed': '网络不通，没有提交。可以放心再按一次',
  'p3.thanks': '收到了，谢谢您',
  'p3.thanksLow': '收到了。我们会在 {n} 个工作日内核实、整改；留了电话的会答复您。',
  'p3.skipped': '好的，这次不评价',
} as const
