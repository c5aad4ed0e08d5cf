/** R-0, the rating tablet at a window. */
export const tabletZhCn = {
  'r0.where': '这台评价器放在几号窗口？',
  'r0.serving': '正在为您服务',
  'r0.serving.note': '办完后可以在这里评价',
  'r0.offline': '网络断了，连上后可以评价',
  'r0.kept': '已记下（稍后上传）',
  'r0.failed': '没记上，请再点一次',
} as const
