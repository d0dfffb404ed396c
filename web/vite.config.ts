import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const inRepository = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The service beside which `npm run dev:web` serves the site, with every change at once. */
const SERVICE = process.env.SERVICE ?? 'http://127.0.0.1:4000';

/** The fonts that every page needs. Asked for with the page, they are there when its words are. */
const FIRST_FONTS = /\/(newsreader|public-sans)-latin-wght-normal-[^/]*\.woff2$/;

const fontsFirst: Plugin = {
  name: 'fonts-first',
  transformIndexHtml: (_html, { bundle = {} }) =>
    Object.keys(bundle)
      .map((file) => `/${file}`)
      .filter((file) => FIRST_FONTS.test(file))
      .map((href) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href },
        injectTo: 'head' as const,
      })),
};

export default defineConfig({
  plugins: [fontsFirst],
  root: import.meta.dirname,
  resolve: {
    alias: {
      '@broadsheet/client': inRepository('client/src/index.ts'),
      '@fontsource-variable': inRepository('node_modules/@fontsource-variable'),
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: inRepository('dist/web'),
    emptyOutDir: true,
    assetsDir: '-', // no article stands below it
    assetsInlineLimit: 0, // what stands in a page would have to be allowed by its content security policy
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: { proxy: Object.fromEntries(['/graphql', '/pictures', '/assets', '/feeds'].map((path) => [path, SERVICE])) },
});
