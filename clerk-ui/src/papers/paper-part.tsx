import type { PaperBlock } from '@counter/shared/case-paper/paper-block'

/** One block of a paper on the sheet. */
export function PaperPart({ block, isPreview }: { readonly block: PaperBlock; readonly isPreview: boolean }) {
  const [Title, Part] = isPreview ? (['h3', 'h4'] as const) : (['h1', 'h2'] as const)
  switch (block.is) {
    case 'title':
      return <Title>{block.text}</Title>
    case 'centred':
      return block.text === '' ? null : <p className="paper-number">{block.text}</p>
    case 'facts':
      return (
        <dl>
          {block.rows.map(([word, value]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'due':
      return (
        <p className="paper-due">
          {block.text}
          {block.small !== null && <small>{block.small}</small>}
        </p>
      )
    case 'list':
      return (
        <section>
          <Part>{block.title}</Part>
          <ol className="paper-materials">
            {block.items.map(({ text, how }) => (
              <li key={text}>
                {text}
                {how !== null && <p>{how}</p>}
              </li>
            ))}
          </ol>
        </section>
      )
    case 'table':
      return <Lines head={block.head} rows={block.rows} />
    case 'signatures':
      return (
        <div className="paper-signatures">
          {block.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )
    case 'foot':
      return (
        <footer>
          {block.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </footer>
      )
    default:
      return <p className={`paper-${block.is}`}>{block.text}</p>
  }
}

function Lines({ head, rows }: Pick<Extract<PaperBlock, { is: 'table' }>, 'head' | 'rows'>) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn once and never reordered
          <tr key={line}>
            {cells.map((text, place) => (
              <td key={head[place]}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
