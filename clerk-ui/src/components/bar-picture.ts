import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, GridComponent, AriaComponent, TooltipComponent, MarkLineComponent, SVGRenderer])

/** A picture of bars; null draws no bar. Upright for hours and days, lying for names. */
export interface Bars {
  readonly title: string
  readonly isUpright: boolean
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  /** What is aimed at: a line across the bars with its words. */
  readonly target?: { readonly value: number; readonly label: string }
}

const FALLBACK_WIDTH = 640

/** Plain for the first series and stripes for the second, as the legend draws them. */
const PATTERNS = [
  { symbol: 'none' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: Math.PI / 4, color: '#FFFFFF' },
]

/** Draws into an element and follows its width; returns what takes the picture away. */
export function drawBars(place: HTMLElement, bars: Bars): () => void {
  const width = () => place.clientWidth || FALLBACK_WIDTH
  const height = heightOf(bars)
  const chart = init(place, null, { renderer: 'svg', width: width(), height })
  chart.setOption(optionOf(bars, inkOf()))
  const follow = new ResizeObserver(() => chart.resize({ width: width(), height }))
  follow.observe(place)
  return () => {
    follow.disconnect()
    chart.dispose()
  }
}

export function heightOf({ isUpright, categories, series, target }: Bars): number {
  return isUpright
    ? 240
    : (target === undefined ? 24 : 44) + categories.length * (series.length > 1 ? 48 : 36)
}

// The tokens of the page, so that a picture has the contrast of the words around it.
function inkOf() {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback
  return {
    ink: token('--ink', '#1b2126'),
    line: token('--line', '#76828b'),
    fills: [token('--brand', '#1b4b72'), token('--warn-solid', '#f2b01e')],
    font: token('--font', 'sans-serif'),
  }
}

function optionOf(
  { title, isUpright, categories, series, target }: Bars,
  { ink, line, fills, font }: ReturnType<typeof inkOf>,
) {
  const names = {
    type: 'category' as const,
    data: [...categories],
    axisLabel: { color: ink, fontSize: 14, interval: 0, hideOverlap: isUpright },
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    inverse: !isUpright,
  }
  const values = { type: 'value' as const, show: false }
  return {
    animation: false,
    textStyle: { fontFamily: font, color: ink },
    // The caption beside it says what it means; patterns tell series apart without colour (U37).
    aria: {
      enabled: true,
      label: { description: title },
      decal: { show: series.length > 1, decals: PATTERNS },
    },
    // Drawn within the picture, because the page's policy allows no style in strings (K42).
    tooltip: { trigger: 'item' as const, renderMode: 'richText' as const },
    grid: {
      left: 8,
      right: isUpright ? 8 : 56,
      top: isUpright ? 28 : target === undefined ? 4 : 24,
      bottom: 4,
      containLabel: true,
    },
    xAxis: isUpright ? names : values,
    yAxis: isUpright ? values : names,
    color: fills,
    series: series.map(({ name, values: numbers }) => ({
      type: 'bar' as const,
      name,
      data: [...numbers],
      barMaxWidth: 36,
      ...(target === undefined ? {} : { markLine: lineOf(target, isUpright, ink) }),
      itemStyle: { borderColor: ink, borderWidth: 1 },
      label: {
        show: true,
        position: isUpright ? ('top' as const) : ('right' as const),
        color: ink,
        fontSize: 14,
        formatter: ({ value }: { value: unknown }) =>
          series.length > 1 && !isUpright ? `${name} ${String(value)}` : String(value),
      },
    })),
  }
}

// Dashed, so that it is told from a bar's edge without colour.
function lineOf({ value, label }: NonNullable<Bars['target']>, isUpright: boolean, ink: string) {
  return {
    symbol: 'none',
    silent: true,
    lineStyle: { color: ink, type: 'dashed' as const, width: 2 },
    label: {
      formatter: label,
      color: ink,
      fontSize: 14,
      // Names run downwards, so the line across them starts at the top, where room is kept for its words.
      position: isUpright ? ('insideEndTop' as const) : ('start' as const),
    },
    data: [isUpright ? { yAxis: value } : { xAxis: value }],
  }
}
