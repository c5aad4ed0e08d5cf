import { Done } from '@counter/shared/contract/fields'
import type { PointLine } from '@counter/shared/contract/points'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { ReasonField } from '../../components/reason-field.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

interface PostsFormProps {
  readonly point: PointLine
  readonly onDone: () => void
}

/** Who is A岗 and who B岗, from the accounts of the point, with a reason (V1, V90). */
export function PostsForm({ point, onDone }: PostsFormProps) {
  const words = useWords()
  const { send, phase, refused, isDone, forget } = useCommand()
  const [posts, setPosts] = useState({ lead: point.lead, deputy: point.deputy })
  const [reason, setReason] = useState('')
  const change = (more: Partial<typeof posts>) => {
    forget()
    setPosts({ ...posts, ...more })
  }
  async function save(): Promise<void> {
    const answer = await send(`/api/points/${point.village}/posts`, { ...posts, reason }, Done)
    if (answer?.ok) onDone()
  }
  return (
    <form
      className="stack"
      aria-label={words('point.posts')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h3>{words('point.posts')}</h3>
      <div className="fields">
        {(['lead', 'deputy'] as const).map((post) => (
          <label key={post} className="field">
            {words(`point.${post}`)}
            <select
              value={posts[post] ?? ''}
              onChange={({ target }) => change({ [post]: target.value === '' ? null : target.value })}
            >
              <option value="">{words('point.unnamed')}</option>
              {point.agents.map(({ staffId, name, isAway }) => (
                <option key={staffId} value={staffId}>
                  {isAway ? words('point.away', { name }) : name}
                </option>
              ))}
            </select>
          </label>
        ))}
        <ReasonField
          label={words('point.reason')}
          value={reason}
          most={200}
          onType={(typed) => {
            forget()
            setReason(typed)
          }}
        />
      </div>
      <div className="line">
        <CommandButton type="primary" htmlType="submit" phase={phase}>
          {words('point.save')}
        </CommandButton>
        <span role="status">{isDone && `✓ ${words('point.saved')}`}</span>
      </div>
      <RefusalLine refused={refused} />
    </form>
  )
}
