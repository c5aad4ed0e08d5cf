import type { StaffSession } from '@counter/shared/contract/people'
import { type ReactNode, useEffect, useState } from 'react'
import { keepAgent, knownAgents } from '../../outbox/agents.ts'
import { useVillageWords } from '../../text/village-words.ts'

/** 换人: who has signed in on this phone goes on with the own PIN; anybody else gives name and password (V35). */
export function OtherAgents(): ReactNode {
  const words = useVillageWords()
  const [agents, setAgents] = useState<readonly StaffSession[]>([])
  useEffect(() => void knownAgents().then(setAgents, () => undefined), [])
  const choose = async (session: StaffSession) => {
    await keepAgent(session, Date.now())
    // Nothing of the one before stays in the page.
    location.reload()
  }
  if (agents.length === 0) return null
  return (
    <section className="v-stack" aria-labelledby="v-agents">
      <h2 id="v-agents">{words('village.agents.title')}</h2>
      {agents.map((session) => (
        <button key={session.staffId} type="button" className="v-second" onClick={() => void choose(session)}>
          {session.displayName}
        </button>
      ))}
    </section>
  )
}
