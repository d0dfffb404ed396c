import { readFile } from 'node:fs/promises';

/** The documents of `examples/` that GraphiQL opens with, in the order of its tabs, each with variables that the sample newsroom answers. */
export const TABS: readonly { example: string; variables?: Record<string, string> }[] = [
  { example: 'front' },
  { example: 'article', variables: { path: '/science/2026/11/how-the-ennet-barrier-works-and-what-happened-on-monday-night' } },
  { example: 'section', variables: { slug: 'culture' } },
];

/** A front page of newspaper columns, for the tab of the browser and the corner of GraphiQL. */
export const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="28" height="28"><rect width="32" height="32" rx="6" fill="#7c2d12"/><path d="M6 8.5h20M6 14h9M6 18h9M6 22h9M18 14h8M18 18h8M18 22h5" stroke="#fff8ed" stroke-width="2.2" stroke-linecap="round"/></svg>`;

/**
 * GraphiQL as one page: scripts, styles and editor workers are in it, so that no request leaves the machine.
 * What somebody typed into it stays in the browser and is shown instead of the examples the next time.
 */
export async function graphiqlPage(): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql'); // 9 MB, for whoever opens the page
  const defaultTabs = await Promise.all(
    TABS.map(async ({ example, variables }) => ({
      query: await readFile(new URL(`../../examples/${example}.graphql`, import.meta.url), 'utf8'),
      variables: variables ? JSON.stringify(variables, null, 2) : null,
    })),
  );
  return renderGraphiQL({
    title: 'Broadsheet',
    endpoint: '/graphql',
    favicon: `data:image/svg+xml,${encodeURIComponent(LOGO)}`,
    logo: LOGO,
    defaultTabs,
    schemaDescription: true,
  });
}
