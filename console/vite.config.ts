import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** Lays beside each file what the server answers to those who understand it: .br and .gz. */
function compressed(): Plugin {
  let out = ''
  return {
    name: 'haina-compressed',
    apply: 'build',
    configResolved: (config) => {
      out = join(config.root, config.build.outDir)
      if (config.build.outDir.startsWith('/') || /^[A-Za-z]:/.test(config.build.outDir)) {
        out = config.build.outDir
      }
    },
    closeBundle: () => {
      for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg|json)$/.test(name)) {
          continue
        }
        const file = join(out, name)
        const plain = readFileSync(file)
        if (plain.length > 200) {
          writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }))
          writeFileSync(`${file}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }))
        }
      }
    },
  }
}

const server = process.env.HAINA ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [
    vue(),
    // Only what a template names is bundled, with its own style sheet.
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
    compressed(),
  ],
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __INTLIFY_DROP_MESSAGE_COMPILER__: false,
  },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { port: 5173, proxy: { '/api': server, '/v3': server, '/docs': server } },
  build: {
    outDir: '../target/classes/console',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    // A data: address in a style sheet is none of 'self'.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What the pages behind the sign-in share is one file and not a hundred; the sign-in page loads nothing of it.
        codeSplitting: {
          groups: [
            { name: 'vue', priority: 2, test: /node_modules[\\/](vue|@vue|vue-router|vue-i18n|@intlify)[\\/]/ },
            { name: 'element', priority: 1, test: /node_modules[\\/](element-plus|@element-plus|@popperjs|async-validator|@vueuse|dayjs|lodash|lodash-es|normalize-wheel-es|@ctrl)[\\/]/ },
          ],
        },
      },
    },
  },
  test: { include: ['src/**/*.test.ts'] },
})
