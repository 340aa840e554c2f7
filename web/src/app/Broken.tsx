import { useRouteError } from 'react-router'
import { ButtonLink, Button } from '../design/Button'
import { EmptyState, Failure } from '../design/Notice'
import { usePageTitle } from './pageTitle'

export function NotFound() {
  usePageTitle('Not found')
  return (
    <EmptyState
      icon="search"
      title="There is no such page"
      page
      action={
        <ButtonLink to="/" icon="antenna">
          Go to the nets
        </ButtonLink>
      }
    >
      The address may be mistyped, or what stood here is gone.
    </EmptyState>
  )
}

/** Shown in place of a page whose code failed, the rest of the frame staying usable. */
export function Broken() {
  const error = useRouteError()
  usePageTitle('Something went wrong')
  // A page's code could not be fetched: the network failed, or a newer version has replaced this one.
  const outdated =
    error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)
  return (
    <>
      <h1 className="visually-hidden">Something went wrong</h1>
      {outdated ? (
        <EmptyState
          icon="refresh"
          title="This page could not be loaded"
          action={
            <Button icon="refresh" look="primary" onClick={() => location.reload()}>
              Reload
            </Button>
          }
        >
          The connection failed, or the suite was updated while this tab was open.
        </EmptyState>
      ) : (
        <Failure error={error} retry={() => location.reload()} />
      )}
    </>
  )
}
