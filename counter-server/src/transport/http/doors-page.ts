/** `/` in words: which door is whose. Also what a mistyped address shows (interfaces.md 1). No script and no style of its own. */
export function doorsPage(notice: string | null): string {
  const line = notice === null ? '' : `<p role="alert">${notice}</p>`
  const doors = DOORS.map(([url, name]) => `<li><a href="${url}">${name}</a></li>`).join('')
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>便民柜台</title></head><body><main><h1>便民柜台</h1>${line}<ul>${doors}</ul></main></body></html>`
}

const DOORS = [
  ['/kiosk', '取号机：取号、看指南'],
  ['/wall', '大屏：叫号'],
  ['/c', '查办件进度'],
  ['/book', '预约办事'],
  ['/desk', '窗口工作人员'],
  ['/greet', '导服台'],
  ['/village', '村代办员'],
] as const
