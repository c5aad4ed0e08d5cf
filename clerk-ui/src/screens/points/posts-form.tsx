import { Done } from '@counter/shared/contract/fields'
import type { PointLine } from '@counter/shared/contract/points'
import { useState } from 'react'
import { CommandForm } from '../../components/command-form.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

interface PostsFormProps {
  readonly point: PointLine
  readonly onDone: () => void
}

/** Who is A岗 and who B岗, from the accounts of the point, with a reason (V1, V90). */
export function PostsForm({ point, onDone }: PostsFormProps) {
  const words = useWords()
  const command = useCommand()
  const [posts, setPosts] = useState({ lead: point.lead, deputy: point.deputy })
  const change = (more: Partial<typeof posts>) => {
    command.forget()
    setPosts({ ...posts, ...more })
  }
  async function save(reason: string): Promise<void> {
    const answer = await command.send(`/api/points/${point.village}/posts`, { ...posts, reason }, Done)
    if (answer?.ok) onDone()
  }
  return (
    <CommandForm
      command={command}
      heading={{ level: 'h3', words: words('point.posts') }}
      reason={{ label: words('point.reason'), most: 200 }}
      act={words('point.save')}
      areFieldsBeside
      isPrimary
      done={words('point.saved')}
      onSend={(reason) => void save(reason)}
    >
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
    </CommandForm>
  )
}
