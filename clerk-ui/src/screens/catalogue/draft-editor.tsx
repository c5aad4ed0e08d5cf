import { type CatalogueItem, DraftView } from '@counter/shared/contract/catalogue'
import type { ItemDraft } from '@counter/shared/contract/item-draft'
import { Button } from 'antd'
import { ActButton, CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { useSaveKey } from '../admin/use-save-key.ts'
import { DraftFields } from './draft-fields.tsx'
import { ItemFormContext } from './item-form.ts'

interface DraftEditorProps {
  readonly draft: DraftView
  readonly item: CatalogueItem
  readonly onChanged: (draft: DraftView) => void
}

/** The editor of a draft: what is typed stays until it is saved or discarded, on whatever page one is (U15, U40). */
export function DraftEditor({ draft, item, onChanged }: DraftEditorProps) {
  const words = useWords()
  const [typed, keep] = useAdminDraft<ItemDraft>(`item-draft:${draft.id}`)
  const { send, phase, refused, isDone, forget } = useCommand()
  const shown = typed ?? draft.draft
  const change = (more: Partial<ItemDraft>) => {
    forget()
    keep({ ...shown, ...more })
  }
  const save = async () => {
    if (typed === null || phase !== 'writing') return
    const body = { expectedVersion: draft.rev, draft: typed }
    const answer = await send(`/api/item-drafts/${draft.id}/save`, body, DraftView)
    if (!answer?.ok) return
    keep(null)
    onChanged(answer.value)
  }
  useSaveKey(() => void save())
  return (
    <ItemFormContext
      value={{
        draft: shown,
        problems: draft.problems,
        units: item.units,
        centre: item.centre,
        change,
        say: (more) => change({ content: { ...shown.content, ...more } }),
      }}
    >
      <p role="status">
        {draft.problems.length === 0
          ? words('a1.ready')
          : `▲ ${words('a1.problems', { n: draft.problems.length })}`}
      </p>
      <DraftFields />
      {typed === null ? (
        <div className="line">
          <ActButton
            type="primary"
            path={`/api/item-drafts/${draft.id}/submit`}
            body={{ expectedVersion: draft.rev }}
            parser={DraftView}
            busy="a1.submitting"
            onDone={onChanged}
          >
            {words('a1.submit')}
          </ActButton>
          {isDone && <span role="status">✓ {words('admin.saved')}</span>}
        </div>
      ) : (
        <div className="save-bar" role="region" aria-label={words('admin.unsaved')}>
          <strong>▲ {words('admin.unsaved')}</strong>
          <span className="quiet">{words('a1.saveFirst')}</span>
          <CommandButton
            type="primary"
            phase={phase}
            busy="a1.saving"
            aria-keyshortcuts="Control+S"
            onPress={() => void save()}
          >
            {words('a1.save')} <kbd>Ctrl+S</kbd>
          </CommandButton>
          <Button
            onClick={() => {
              keep(null)
              forget()
            }}
          >
            {words('admin.drop')}
          </Button>
          <RefusalLine refused={refused} />
        </div>
      )}
    </ItemFormContext>
  )
}
