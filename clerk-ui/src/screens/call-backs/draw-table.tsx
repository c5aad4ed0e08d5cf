import type { CallBackList } from '@counter/shared/contract/call-backs'
import { useWords } from '../../text/words.ts'
import { AdminTable, type Column } from '../admin/admin-table.tsx'
import '../admin/admin.css'

type Draw = CallBackList['draws'][number]

/** How the list was drawn: with the seed anybody can draw it again (V20). */
export function DrawTable({ draws }: Pick<CallBackList, 'draws'>) {
  const words = useWords()
  if (draws.length === 0) return null
  const columns: readonly Column<Draw>[] = [
    { head: 'point.point', isName: true, cell: ({ village }) => village },
    { head: 'callBack.month', cell: ({ month }) => month },
    { head: 'callBack.drawnOf', cell: ({ drawn, deliveries }) => `${drawn}/${deliveries}` },
    { head: 'callBack.seed', isLong: true, cell: ({ seed }) => <code>{seed}</code> },
  ]
  return (
    <details>
      <summary>{words('callBack.draws')}</summary>
      <AdminTable
        isInCard
        title={words('callBack.draws')}
        columns={columns}
        rows={draws}
        keyOf={({ village }) => village}
      />
    </details>
  )
}
