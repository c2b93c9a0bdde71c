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
  // Without entries, the first visit to a page finds new dependencies and reloads with two Reacts. The scan reads files as
  // they are, so not those that hold loaders: what only these import is named.
  optimizeDeps: {
    entries: ['app/{components,collab,editor,i18n}/**/*.{ts,tsx}', 'app/routes/*/!(route).tsx', '!app/**/*.server.ts'],
    include: ['react-dom/client', '@remix-run/react', '@conform-to/react', '@conform-to/zod/v4', 'remix-i18next/react'],
    // For the server alone; Vite meets them in a loader before Remix takes it out.
    exclude: ['@node-rs/argon2', 'kysely', 'lucia'],
    esbuildOptions: { target: 'es2022' },
  },
})
