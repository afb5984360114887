import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { version } from '../package.json' with { type: 'json' }
import { compileMessages } from './compile-messages.ts'

/** Paths, with their queries, that the service worker may answer with the cached page; all others reach the server. */
const APP_PATHS = [/^\/($|\?)/, /^\/app($|[/?])/]

/** What draws menus and dialogs. Most screens show none before somebody asks for one. */
const OVERLAYS =
  /[\\/](@floating-ui|react-remove-scroll|Menu|Popover|Modal|ModalBase|ScrollArea|Floating)[\\/]|[\\/]src[\\/]ui[\\/](receipt-menu|read-again-dialog|opened-menu)\./
const isNoOverlay = (id: string) => !OVERLAYS.test(id)

/** Runs web/src/boot.ts as soon as it has arrived. Other module scripts wait for the whole page and its style sheets. */
const bootAtOnce: Plugin = {
  name: 'boot-at-once',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace(/<script type="module"(?=[^>]* src="[^"]*\/boot-)/, (script) => `${script} async`),
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(version) },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'app/assets',
    target: 'es2023',
    // The design needs no image below this size; data URLs would bypass the cache.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Every file costs a round trip on a slow line; unguided, the start takes thirty.
          groups: [
            { name: 'boot', test: /[\\/]src[\\/]boot\.ts$/, priority: 4 },
            { name: 'app', test: /[\\/]src[\\/]main\.tsx$/, priority: 3 },
            {
              name: 'home',
              test: /[\\/]src[\\/](app[\\/]signed-in|features[\\/]home[\\/]home)\.tsx$/,
              priority: 2,
            },
            { name: 'shared', test: isNoOverlay, minShareCount: 2, priority: 1 },
            { name: 'overlays', minShareCount: 2 },
          ],
        },
      },
    },
  },
  plugins: [
    react(),
    compileMessages(),
    bootAtOnce,
    VitePWA({
      strategies: 'generateSW',
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Malaysian Tax Tracker',
        short_name: 'Tax Tracker',
        description: 'Photograph receipts. See what they take off your tax, and why.',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#faf6ee',
        theme_color: '#faf6ee',
        // Pictures and documents that another app shares; web/public/share-target.js takes them.
        share_target: {
          action: '/app/share',
          method: 'POST',
          enctype: 'multipart/form-data',
          params: {
            files: [
              {
                name: 'files',
                accept: [
                  'image/*',
                  'application/pdf',
                  'application/xml',
                  'text/xml',
                  'application/json',
                  '.xml',
                  '.json',
                  'image/avif',
                  'image/gif',
                  '.heic',
                  '.heif',
                ],
              },
            ],
          },
        },
        icons: [
          { src: '/mark-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/mark-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/mark-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        importScripts: ['/share-target.js'],
        globPatterns: ['index.html', 'app/assets/*.{js,css,woff2}', 'mark.svg'],
        // The server has the page at `/` only.
        manifestTransforms: [
          (entries) => ({
            manifest: entries.map((entry) => (entry.url === 'index.html' ? { ...entry, url: '/' } : entry)),
          }),
        ],
        navigateFallback: '/',
        navigateFallbackAllowlist: APP_PATHS,
        // No API answer and no picture is ever cached here.
        runtimeCaching: [],
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
        clientsClaim: false,
        skipWaiting: false,
      },
    }),
  ],
})
