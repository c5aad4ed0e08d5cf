/** sRGB, each part 0 to 1. */
export type Rgb = readonly [number, number, number]

type Matrix = readonly [Rgb, Rgb, Rgb]

/** How three kinds of colour blindness see, on linear light, as Chromium draws them (Machado, Oliveira, Fernandes 2009). */
export const DEFICIENCIES = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>

const TO_XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
]
const D65: Rgb = [0.95047, 1, 1.08883]

/** `#0b7a75` as its three parts. */
export function rgbOf(hex: string): Rgb {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255
  return [part(1), part(3), part(5)]
}

/** WCAG 2 contrast of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** CIE76 distance of two colours as an eye of the given kind sees them. */
export function seenDistance(a: string, b: string, deficiency: keyof typeof DEFICIENCIES): number {
  const [p, q] = [lab(seen(a, deficiency)), lab(seen(b, deficiency))]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

function luminance(hex: string): number {
  return times(TO_XYZ, linear(hex))[1]
}

function seen(hex: string, deficiency: keyof typeof DEFICIENCIES): Rgb {
  const [r, g, b] = times(DEFICIENCIES[deficiency], linear(hex))
  return [clamp(r), clamp(g), clamp(b)]
}

function linear(hex: string): Rgb {
  const [r, g, b] = rgbOf(hex)
  const part = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  return [part(r), part(g), part(b)]
}

function lab(light: Rgb): Rgb {
  const [x, y, z] = times(TO_XYZ, light)
  const [fx, fy, fz] = [cubeRoot(x / D65[0]), cubeRoot(y / D65[1]), cubeRoot(z / D65[2])]
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}

function cubeRoot(t: number): number {
  return t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116
}

function times(matrix: Matrix, [a, b, c]: Rgb): Rgb {
  const row = (r: Rgb) => r[0] * a + r[1] * b + r[2] * c
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
