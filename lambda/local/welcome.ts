import type { Stage } from '../config.ts';
import { LOGO } from './graphiql.ts';

const QUERY = '{ latest(first: 5) { edges { node { headline section { name } } } } }';

/** The page at `/`: what there is, and a first request that shows its answer. It asks nobody but this service. */
export function welcomePage(stage: Stage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Broadsheet</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(LOGO)}">
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Broadsheet</h1>
<p>A GraphQL service for news, running on this machine${stage === 'prod' ? ' with the switches of production' : ''}.</p>
</header>
<main>
<section>
<h2>What there is</h2>
<dl>
<dt><a href="/graphiql">/graphiql</a></dt><dd>${stage === 'prod' ? 'Write queries. In production the schema cannot be asked for, so nothing is completed.' : 'Write queries and read the schema.'}</dd>
<dt><code>/graphql</code></dt><dd>The API: <code>POST</code> a query as JSON, or <code>GET</code> a registered document with <code>?documentId=</code>.</dd>
<dt><a href="/feeds/latest.rss">/feeds/latest.rss</a></dt><dd>Feeds, sitemaps and exports of articles: <code>docs/feeds.md</code>.</dd>
<dt><code>/ingest/{format}</code></dt><dd>Where stories are pushed to. <code>npm run ingest -- FILE</code> signs and sends them.</dd>
<dt><a href="/health">/health</a></dt><dd>Whether the service is up.</dd>
</dl>
</section>
<section>
<h2>A first request</h2>
<pre><code id="curl">curl http://localhost/graphql \\
  -H 'content-type: application/json' \\
  -d '{"query":"${QUERY}"}'</code></pre>
<h2>Its answer, now</h2>
<ol id="latest" aria-live="polite"><li>Asking …</li></ol>
</section>
</main>
<script>
const code = document.getElementById('curl');
code.textContent = code.textContent.replace('http://localhost', location.origin);
const list = document.getElementById('latest');
const show = (lines) => list.replaceChildren(...lines.map(([section, headline]) => {
  const item = document.createElement('li');
  const label = document.createElement('small');
  label.textContent = section;
  const words = document.createElement('bdi');
  words.textContent = headline;
  item.append(label, words);
  return item;
}));
fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '${QUERY}' }) })
  .then((response) => response.json())
  .then(({ data }) => data.latest.edges.map(({ node }) => [node.section.name, node.headline]))
  .then((lines) => show(lines.length > 0 ? lines : [['', 'No stories yet.']]))
  .catch(() => show([['', 'The service did not answer.']]));
</script>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; --paper: #fffdf8; --ink: #1c1917; --faint: #78716c; --line: #d6d3d1; --link: #9a3412; --sheet: #f5f1e8 }
@media (prefers-color-scheme: dark) { :root { --paper: #1a1817; --ink: #ece7df; --faint: #a8a29e; --line: #44403c; --link: #fdba74; --sheet: #26221f } }
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 62rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 Georgia, 'Times New Roman', serif }
header { text-align: center; border-bottom: 4px double var(--ink); padding-bottom: 1.25rem }
h1 { font-size: clamp(2.75rem, 9vw, 5rem); line-height: 1; letter-spacing: -0.03em; margin: 0 }
header p { margin: .75rem 0 0; font-style: italic; color: var(--faint) }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 3rem }
h2 { font-size: .8125rem; letter-spacing: .08em; text-transform: uppercase; color: var(--faint); margin: 2rem 0 .75rem }
a { color: var(--link) }
dl, ol { margin: 0; padding: 0 }
dt, li { border-top: 1px solid var(--line); padding-top: .6rem }
dd { margin: 0 0 .7rem; color: var(--faint) }
code { font: .875rem/1.5 ui-monospace, Menlo, Consolas, monospace }
pre { background: var(--sheet); padding: .9rem 1rem; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
li { list-style: none; padding-bottom: .6rem; font-size: 1.1875rem; line-height: 1.3 }
small { display: block; font-size: .8125rem; color: var(--link) }
`;
