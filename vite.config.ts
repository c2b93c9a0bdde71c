import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { denyImports } from 'vite-env-only'
import remixConfig from './remix.config.js'

const shared = ['yjs', 'y-protocols', 'lib0', 'react', 'react-dom']

export default defineConfig({
  plugins: [
    // The server and the database cannot reach the browser; what both sides may read is called *.shared.ts.
    denyImports({ client: { files: [/^server\/(?!.*\.shared\.[tj]sx?$)/, /^db\//] } }),
    tailwindcss(),
    remix(remixConfig),
  ],
  resolve: { dedupe: shared },
  esbuild: { target: 'es2022' },
  build: { target: 'es2022' },
  // Without entries, the first visit to a route finds new dependencies and reloads with two Reacts.
  optimizeDeps: { entries: ['app/**/*.{ts,tsx}'], esbuildOptions: { target: 'es2022' } },
})
