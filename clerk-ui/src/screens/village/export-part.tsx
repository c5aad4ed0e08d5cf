import { type ReactNode, useId, useState } from 'react'
import { countExport } from '../../outbox/export-file.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { type Exported, exportOutbox } from './village-export.ts'
import { useOutbox } from './village-outbox.ts'

/** 「导出备份」: what waits goes into a file that only the centre opens, and stays here until the centre has it (V79, V95). */
export function ExportPart(): ReactNode {
  const words = useVillageWords()
  // It stands twice where the layer of a withdrawn phone lies over the list (V95).
  const id = useId()
  const outbox = useOutbox((state) => state.outbox)
  const { commands, photos } = countExport(outbox)
  const [isBusy, setBusy] = useState(false)
  const [told, setTold] = useState<Exported | null>(null)
  if (commands + photos === 0) return null
  const press = async () => {
    if (isBusy) return
    setBusy(true)
    setTold(null)
    setTold(await exportOutbox())
    setBusy(false)
  }
  return (
    <section className="v-stack" aria-labelledby={id} data-testid="v3.export">
      <h2 id={id}>{words('village.export.title')}</h2>
      <p>{words('village.export.what', { n: commands, p: photos })}</p>
      <p className="v-aside">{words('village.export.how')}</p>
      <button type="button" className="v-second" aria-disabled={isBusy} onClick={() => void press()}>
        {words(isBusy ? 'village.export.busy' : 'village.export.go')}
      </button>
      {told === null ? null : (
        <p role={told.is === 'made' ? 'status' : 'alert'}>
          {told.is === 'made'
            ? words('village.export.made', { name: told.name })
            : words(`village.export.${told.is}`)}
        </p>
      )}
    </section>
  )
}
