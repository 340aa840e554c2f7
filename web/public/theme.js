// Runs before the first paint so that a chosen colour scheme does not flash. The same key is used by src/design/theme.ts.
try {
  const theme = localStorage.getItem('ect.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage can be switched off; the system's scheme then stays.
}
