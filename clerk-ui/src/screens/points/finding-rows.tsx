import { Done } from '@counter/shared/contract/fields'
import type { Finding } from '@counter/shared/contract/paper-work'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Button } from 'antd'
import { useRef } from 'react'
import { CommandForm } from '../../components/command-form.tsx'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface FindingRowsProps {
  readonly findings: readonly Finding[]
  readonly onEnter: (number: string) => void
  readonly onDone: () => void
}

/** 「需按纸质材料补录」: what the centre had acknowledged and has no more (V56). */
export function FindingRows({ findings, onEnter, onDone }: FindingRowsProps) {
  const words = useWords()
  const language = useDayLanguage()
  if (findings.length === 0) return null
  return (
    <ol className="rows stack">
      {findings.map((finding) => (
        <li key={finding.id} className="stack" data-testid="l7.finding">
          <div>
            <strong>■ {words('paperWork.finding')}</strong>
            <p>
              {finding.number ?? words('paperWork.fact')} ·{' '}
              {words('paperWork.findingWho', {
                village: finding.villageName,
                agent: finding.agent,
                at: instantWords(finding.foundAt, language),
              })}
            </p>
          </div>
          {finding.number !== null && <EnterButton number={finding.number} onEnter={onEnter} />}
          <SettleForm id={finding.id} onDone={onDone} />
        </li>
      ))}
    </ol>
  )
}

function EnterButton({ number, onEnter }: { number: string; onEnter: (number: string) => void }) {
  const words = useWords()
  return (
    <div>
      <Button onClick={() => onEnter(number)}>
        {words('paperWork.enterOne')}
        <span className="visually-hidden"> {number}</span>
      </Button>
    </div>
  )
}

function SettleForm({ id, onDone }: { readonly id: Finding['id']; readonly onDone: () => void }) {
  const words = useWords()
  const command = useCommand()
  const form = useRef<HTMLFormElement>(null)
  useReturnFocus(form, true)
  async function settle(reason: string): Promise<void> {
    const answer = await command.send(`/api/points/paper-work/${id}/settle`, { reason }, Done)
    if (answer?.ok) onDone()
  }
  return (
    <CommandForm
      ref={form}
      command={command}
      className="line"
      reason={{ label: words('paperWork.settleReason'), most: 200 }}
      act={words('paperWork.settle')}
      onSend={(reason) => void settle(reason)}
    />
  )
}
