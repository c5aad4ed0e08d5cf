import { Done } from '@counter/shared/contract/fields'
import type { PointLine } from '@counter/shared/contract/points'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { SampleField } from '../catalogue/sample-field.tsx'

type Agent = PointLine['agents'][number]

interface AgentCardsProps {
  readonly point: PointLine
  readonly mayChange: boolean
  readonly onDone: () => void
}

/** The people of a point as its page shows them: photo and phone (V1). */
export function AgentCards({ point, mayChange, onDone }: AgentCardsProps) {
  const words = useWords()
  return (
    <section className="stack" aria-label={words('point.people')}>
      <h3>{words('point.people')}</h3>
      <ul className="plain stack">
        {point.agents.map((agent) => (
          <li key={agent.staffId} className="stack" data-testid="point.agent">
            <div className="line">
              {agent.photo !== null && (
                <img
                  className="agent-photo"
                  src={`/api/samples/${agent.photo}`}
                  alt={words('point.photoOf', { name: agent.name })}
                  loading="lazy"
                />
              )}
              <strong>{agent.name}</strong>
              <span>{agent.phone === '' ? words('point.noPhone') : agent.phone}</span>
              <span>{words(agent.hasIdNo ? 'point.idNoKnown' : 'point.idNoUnknown')}</span>
            </div>
            {mayChange && (
              <details>
                <summary>{words('point.changeCard')}</summary>
                <CardForm village={point.village} agent={agent} onDone={onDone} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface CardFormProps {
  readonly village: string
  readonly agent: Agent
  readonly onDone: () => void
}

// The ID number goes in and never comes out: it is there to be compared (V11).
function CardForm({ village, agent, onDone }: CardFormProps) {
  const words = useWords()
  const { send, phase, refused, isDone, forget } = useCommand()
  const [card, setCard] = useState({ phone: agent.phone, photo: agent.photo, idNo: '', reason: '' })
  const change = (more: Partial<typeof card>) => {
    forget()
    setCard((known) => ({ ...known, ...more }))
  }
  async function save(idNo: string | null): Promise<void> {
    const { phone, photo, reason } = card
    const said = { agent: agent.staffId, phone: phone.trim(), photo, idNo, reason }
    const answer = await send(`/api/points/${village}/card`, said, Done)
    if (answer?.ok) onDone()
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void save(card.idNo.trim() === '' ? null : card.idNo.trim())
      }}
    >
      <div className="fields">
        <label className="field">
          {words('point.phone')}
          <input
            type="tel"
            maxLength={20}
            value={card.phone}
            onChange={({ target }) => change({ phone: target.value })}
          />
        </label>
        <label className="field">
          {words('point.idNo')}
          <input
            maxLength={18}
            autoComplete="off"
            value={card.idNo}
            onChange={({ target }) => change({ idNo: target.value })}
          />
          <span className="hint">{words('point.idNoHint')}</span>
        </label>
        <SampleField
          label={words('point.photo')}
          name={agent.name}
          sample={card.photo}
          hint="point.photoHint"
          remove="point.photoRemove"
          onSample={(photo) => change({ photo })}
        />
        <label className="field">
          {words('point.reason')}
          <input
            required
            maxLength={200}
            value={card.reason}
            onChange={({ target }) => change({ reason: target.value })}
          />
        </label>
      </div>
      <div className="line">
        <CommandButton htmlType="submit" phase={phase}>
          {words('point.saveCard')}
        </CommandButton>
        {agent.hasIdNo && (
          <CommandButton phase={phase} onPress={() => void save('')}>
            {words('point.forgetIdNo')}
          </CommandButton>
        )}
        <span role="status">{isDone && `✓ ${words('point.saved')}`}</span>
      </div>
      <RefusalLine refused={refused} />
    </form>
  )
}
