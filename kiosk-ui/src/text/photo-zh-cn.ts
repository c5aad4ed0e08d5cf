/** P-6, a paper photographed with the phone for the window (C-2). */
export const photoZhCn = {
  'p6.title': '拍材料传给窗口',
  'p6.material': '请拍：{name}',
  'p6.other': '请拍要交的材料',
  'p6.how': '放平，光线亮，四个角都拍到',
  'p6.take': '拍照',
  'p6.choose': '从相册选',
  'p6.nth': '第 {n} 张',
  'p6.drawing': '正在缩小…',
  'p6.sending': '正在传…',
  'p6.checking': '网络慢，会接着传',
  'p6.done': '✓ 已传到窗口',
  'p6.unreadable': '这张打不开，请重拍',
  'p6.until': '{t} 前有效，可以拍几张',
  'p6.private': '只传给 {centre}，不存在手机网页里',
  'p6.offline': '网络不通，请再试',
} as const
