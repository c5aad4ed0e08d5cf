import { Slip } from '@counter/shared/contract/paper'
import type { Printable } from '@counter/shared/slip/slip-facts'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { printSlip, type SlipState } from '../../papers/print-slip.ts'
import { command } from '../../state/ask.ts'
import { useWords } from '../../text/words.ts'

/** The paper of a number that was just given here: printed by itself once, and again when asked (Q44). */
export function SlipLine({ ticket }: { readonly ticket: Printable }) {
  const words = useWords()
  const [state, setState] = useState<SlipState | 'printing'>('printing')
  const begun = useRef<string | null>(null)
  useEffect(() => {
    if (begun.current === ticket.printJobId) return
    begun.current = ticket.printJobId
    setState('printing')
    void printSlip(ticket, false).then(setState)
  }, [ticket])
  const again = async () => {
    setState('printing')
    const anew = await command(`/api/print-jobs/${ticket.printJobId}/again`, {}, Slip)
    setState(anew.ok ? await printSlip(anew.value, true) : 'failed')
  }
  return (
    <p className="line" role="status" data-testid="desk.slip">
      {words(`desk.slip.${state}`)}
      {state !== 'printing' && <Button onClick={() => void again()}>{words('desk.slip.again')}</Button>}
    </p>
  )
}
