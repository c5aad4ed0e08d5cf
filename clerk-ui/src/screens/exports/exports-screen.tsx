import { Button } from 'antd'
import { useRef, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { useWords } from '../../text/words.ts'
import { ExportSummary } from './export-summary.tsx'
import { lookThroughExport, type ReadExport, takeExport } from './read-export.ts'

type Stage =
  | { readonly is: 'empty' }
  | { readonly is: 'looking' | 'taking'; readonly share: number }
  | { readonly is: 'seen'; readonly read: ReadExport; readonly file: File }
  | { readonly is: 'taken'; readonly read: ReadExport }
  | { readonly is: 'refused'; readonly refused: Refused; readonly file: File | null }

/** C-13 「导入代办点备份」: the file of a phone without a network is chosen, looked at, and taken in (V79, V90, V93). */
export function ExportsScreen() {
  const words = useWords()
  const [stage, setStage] = useState<Stage>({ is: 'empty' })
  const nth = useRef(0)

  const look = async (file: File) => {
    nth.current += 1
    const own = nth.current
    setStage({ is: 'looking', share: 0 })
    const answer = await lookThroughExport(
      file,
      (share) => own === nth.current && setStage({ is: 'looking', share }),
    )
    if (own !== nth.current) return
    setStage(
      answer.ok ? { is: 'seen', read: answer.value, file } : { is: 'refused', refused: answer, file: null },
    )
  }
  const take = async (file: File) => {
    setStage({ is: 'taking', share: 0 })
    const answer = await takeExport(file, (share) => setStage({ is: 'taking', share }))
    setStage(answer.ok ? { is: 'taken', read: answer.value } : { is: 'refused', refused: answer, file })
  }
  const isBusy = stage.is === 'looking' || stage.is === 'taking'
  return (
    <section className="admin stack" data-screen="C-13" data-state={stage.is}>
      <h1>{words('export.title')}</h1>
      <p>{words('export.how')}</p>
      <div className="stack">
        <label htmlFor="export-file">{words('export.choose')}</label>
        <input
          id="export-file"
          type="file"
          disabled={isBusy}
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file !== undefined) void look(file)
            // A browser says nothing when the same file is chosen twice, so none stays chosen.
            target.value = ''
          }}
        />
      </div>
      {isBusy && <p role="status">{words(`export.${stage.is}`, { n: Math.floor(stage.share * 100) })}</p>}
      {stage.is === 'refused' && (
        <>
          <RefusalLine refused={stage.refused} />
          {stage.file !== null && <GoOn file={stage.file} onPress={take} />}
        </>
      )}
      {(stage.is === 'seen' || stage.is === 'taken') && (
        <ExportSummary read={stage.read} isTaken={stage.is === 'taken'} />
      )}
      {stage.is === 'seen' && <TakeButton read={stage.read} file={stage.file} onPress={take} />}
    </section>
  )
}

interface TakingProps {
  readonly file: File
  readonly onPress: (file: File) => Promise<void>
}

function TakeButton({ read, file, onPress }: TakingProps & { readonly read: ReadExport }) {
  const words = useWords()
  const commands = read.outcomes.filter(({ kind }) => kind === 'command').length
  const photos = read.outcomes.filter(({ kind }) => kind === 'photo').length
  if (commands + photos === 0) return null
  return (
    <div>
      <Button type="primary" onClick={() => void onPress(file)}>
        {words('export.take', { n: commands, p: photos })}
      </Button>
    </div>
  )
}

// What went in before the line broke is known by now, so all of it goes once more.
function GoOn({ file, onPress }: TakingProps) {
  const words = useWords()
  return (
    <div>
      <Button onClick={() => void onPress(file)}>{words('export.goOn')}</Button>
    </div>
  )
}
