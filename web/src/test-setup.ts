import { afterEach } from 'vitest'

// Components are taken off the page after each test; tests of plain rules have no page.
if (typeof document !== 'undefined') {
  // The simulated page has no layout to scroll.
  Element.prototype.scrollIntoView = () => undefined
  const { cleanup, configure } = await import('@testing-library/react')
  configure({ asyncUtilTimeout: 10_000 })
  afterEach(cleanup)
}
