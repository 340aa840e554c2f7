import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// For `npm run dev`: where the running stack's gateway listens.
const gateway = process.env.ECT_PUBLIC_URL ?? 'http://localhost:8080'
const services = ['/auth', '/ectlog', '/media', '/notification']

export default defineConfig({
  plugins: [react()],
  build: {
    // Everything is a file of its own: the Content-Security-Policy allows no inline script or style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(
      services.map((path) => [
        path,
        {
          target: gateway,
          ws: true,
          changeOrigin: true,
          // The services compare Origin with their public URL.
          headers: { origin: gateway },
        },
      ]),
    ),
  },
  test: {
    // Tests of components say `@vitest-environment jsdom` themselves.
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
    restoreMocks: true,
    // A busy machine is no failure.
    testTimeout: 30_000,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})
