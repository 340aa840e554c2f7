import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { usePageTitle } from '../app/pageTitle'
import { Notice, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { holds, useMe } from '../profile/api'
import { nets } from './api'
import { NetForm } from './NetForm'
import css from './NewNetPage.module.css'

export function NewNetPage() {
  usePageTitle('New net')
  const { data: me } = useMe()
  const navigate = useNavigate()
  const queries = useQueryClient()
  // One key for one filled-in form: pressing Create again after a lost answer makes no second net.
  const [attempt] = useState(() => ({ draft: '', key: '' }))

  return (
    <div className={css.page}>
      <h1>New net</h1>
      {!me ? (
        <Skeleton lines={6} />
      ) : !holds(me.role, 'NCS') ? (
        <Notice tone="warn">
          Nets are created by net control stations. Ask an administrator for the role if you lead one.
        </Notice>
      ) : (
        <Panel title="Settings" icon="antenna">
          <NetForm
            submit="Create net"
            onCancel={() => void navigate('/')}
            save={async (draft) => {
              const text = JSON.stringify(draft)
              if (attempt.draft !== text) Object.assign(attempt, { draft: text, key: crypto.randomUUID() })
              const net = await nets.create(draft, attempt.key)
              void queries.invalidateQueries({ queryKey: ['nets'] })
              await navigate(`/nets/${net.id}`)
            }}
          />
        </Panel>
      )}
    </div>
  )
}
