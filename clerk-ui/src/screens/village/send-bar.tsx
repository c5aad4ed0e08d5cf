import { type ReactNode, useState } from 'react'
import { useNet } from '../../state/live.ts'
import { listWords, useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { VillageCommand } from './village-command.tsx'
import { type Refused, VillageRefusal } from './village-refusal.tsx'

interface SendBarProps {
  /** What is missing, in the words of the page. */
  readonly lacks: readonly string[]
  /** What the button says while there is a network. */
  readonly go: string
  /** Stays in sight under a long form. */
  readonly isSticky?: boolean
  send(): Promise<Refused | null>
  onSent(): void
}

/** The button that tells the truth about the network, and what is still missing (V37). */
export function SendBar({ lacks, go, isSticky = false, send, onSent }: SendBarProps): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const isOnline = useNet(({ net }) => net === 'online' || net === 'slow')
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const press = async () => {
    setBusy(true)
    const problem = await send()
    setBusy(false)
    setRefused(problem)
    if (problem === null) onSent()
  }
  const list = listWords(lacks, days)
  return (
    <div className={isSticky ? 'v-submit' : 'v-send'}>
      <p id="v-lacks" role="status">
        {lacks.length === 0 ? words('village.new.ready') : words('village.new.lacks', { list })}
      </p>
      <VillageCommand
        className="v-main"
        data-testid="v2.save"
        aria-describedby="v-lacks"
        phase={isBusy ? 'sending' : 'writing'}
        busy="village.new.busy"
        isReady={lacks.length === 0}
        onPress={() => void press()}
      >
        {isOnline ? go : words('village.new.keep')}
      </VillageCommand>
      <VillageRefusal refused={refused} />
    </div>
  )
}
