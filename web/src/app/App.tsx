import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { isTemporary } from '../api/problem'
import { Button } from '../design/Button'
import { Logo } from '../design/Icon'
import { leaveToSignIn, session, useSessionState } from '../session/browser'
import { Broken, NotFound } from './Broken'
import { Shell } from './Shell'
import css from './App.module.css'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Refusals stay refusals; only what may pass is tried again.
      retry: (failures, error) => isTemporary(error) && failures < 3,
      staleTime: 10_000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('../nets/NetsPage')).NetsPage }) },
          {
            path: 'nets/new',
            lazy: async () => ({ Component: (await import('../nets/NewNetPage')).NewNetPage }),
          },
          { path: 'nets/:id', lazy: async () => ({ Component: (await import('../nets/NetPage')).NetPage }) },
          {
            path: 'library',
            lazy: async () => ({ Component: (await import('../media/MediaPage')).MediaPage }),
          },
          {
            path: 'library/:id',
            lazy: async () => ({ Component: (await import('../media/ItemPage')).ItemPage }),
          },
          {
            path: 'profile',
            lazy: async () => ({ Component: (await import('../profile/ProfilePage')).ProfilePage }),
          },
          {
            path: 'security',
            lazy: async () => ({ Component: (await import('../security/SecurityPage')).SecurityPage }),
          },
          {
            path: 'admin/accounts',
            lazy: async () => ({ Component: (await import('../admin/AccountsPage')).AccountsPage }),
          },
          {
            path: 'admin/review',
            lazy: async () => ({ Component: (await import('../admin/ReviewPage')).ReviewPage }),
          },
          {
            path: 'admin/invitations',
            lazy: async () => ({ Component: (await import('../admin/InvitationsPage')).InvitationsPage }),
          },
          {
            path: 'admin/address-bans',
            lazy: async () => ({ Component: (await import('../admin/AddressBansPage')).AddressBansPage }),
          },
          {
            path: 'admin/audit',
            lazy: async () => ({ Component: (await import('../admin/AuditPage')).AuditPage }),
          },
          {
            path: 'admin/clients',
            lazy: async () => ({ Component: (await import('../admin/ClientsPage')).ClientsPage }),
          },
          {
            path: 'admin/keys',
            lazy: async () => ({ Component: (await import('../admin/KeysPage')).KeysPage }),
          },
          {
            path: 'admin/mails',
            lazy: async () => ({ Component: (await import('../admin/MailsPage')).MailsPage }),
          },
          {
            path: 'admin/announcements',
            lazy: async () => ({ Component: (await import('../admin/AnnouncementsPage')).AnnouncementsPage }),
          },
          {
            path: 'admin/templates',
            lazy: async () => ({ Component: (await import('../admin/TemplatesPage')).TemplatesPage }),
          },
          {
            path: 'admin/relay',
            lazy: async () => ({ Component: (await import('../admin/RelayPage')).RelayPage }),
          },
          {
            path: 'admin/push',
            lazy: async () => ({ Component: (await import('../admin/PushPage')).PushPage }),
          },
          {
            path: 'admin/suppressions',
            lazy: async () => ({ Component: (await import('../admin/SuppressionsPage')).SuppressionsPage }),
          },
          {
            path: 'settings/notifications',
            lazy: async () => ({
              Component: (await import('../notifications/NotificationsPage')).NotificationsPage,
            }),
          },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
])

export function App() {
  const state = useSessionState()
  useEffect(() => session.start(), [])
  useEffect(() => {
    if (state === 'signed-out') {
      queries.clear()
      leaveToSignIn()
    }
  }, [state])

  switch (state) {
    case 'starting':
    case 'signed-out':
      return <Splash text={state === 'starting' ? 'Opening…' : 'Taking you to the sign-in page…'} />
    case 'unreachable':
      return <Splash text="The server cannot be reached. Trying again…" retry />
    case 'signed-in':
      return (
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      )
  }
}

function Splash({ text, retry = false }: { text: string; retry?: boolean }) {
  return (
    <main className={css.splash}>
      <Logo size={56} />
      <h1>ECT Suite</h1>
      <p className="muted" role="status">
        {text}
      </p>
      {retry && (
        <Button icon="refresh" onClick={() => session.start()}>
          Try now
        </Button>
      )}
    </main>
  )
}
