/** L-2, 好差评 at the supervisor (C1004). */
export const ratingZh = {
  'frame.ratings': '好差评',
  'rating.title': '好差评',
  'rating.levels': '{{since}} 以来 {{n}} 个评价',
  'rating.level': '等级',
  'rating.count': '个数',
  'rating.low': '差评 {{n}} 件在办',
  'rating.none': '没有在办的差评',
  'rating.silent': '没有写原因',
  'rating.unnamed': '没有留电话，不用答复',
  'rating.phone': '留了电话 {{phone}}，要答复、回访',
  'rating.contactBy': '联系最迟',
  'rating.rectifyBy': '整改最迟',
  'rating.late': '超期',
  'rating.given': '收到差评',
  'rating.nextStep': '怎么办',
  'rating.done': '{{step}}：做了什么',
} as const
