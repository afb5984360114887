import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  // The address is registered as callback URL and listed in ALLOW_ORIGINS, so another port would not do.
  server: { port: 5173, strictPort: true },
  preview: { port: 5173, strictPort: true },
})
