interface LevelBarProps {
  readonly title: string
  readonly lines: readonly { readonly name: string; readonly n: number }[]
}

const WIDTH = 640
const HEIGHT = 28

/** One bar of all that rated, its parts labelled with their numbers and told apart by their place (U37). */
export function LevelBar({ title, lines }: LevelBarProps) {
  const all = lines.reduce((sum, { n }) => sum + n, 0)
  let x = 0
  const parts = lines.flatMap(({ name, n }, place) => {
    const width = (n / all) * WIDTH
    const part = { name, n, place, x, width }
    x += width
    return n === 0 ? [] : [part]
  })
  return (
    <svg className="bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
      {parts.map((part) => (
        <g key={part.name} transform={`translate(${part.x} 0)`} data-level={part.place + 1}>
          <title>
            {part.name} {part.n}
          </title>
          <rect width={Math.max(part.width - 2, 1)} height={HEIGHT} />
          {part.width > 20 && (
            <text x={part.width / 2} y={19} textAnchor="middle">
              {part.width > 110 ? `${part.name} ${part.n}` : part.n}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}
