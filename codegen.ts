/**
 * What follows from the SDL in schema/, written to lambda/generated/, and for the clients of tests/clients/ from examples/ as well.
 * `node codegen.ts` writes it, `--check` fails when what is written is not what would be, `--print` prints the whole SDL, and with `--subgraph` as a
 * router is told it.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as fragmentMatcher from '@graphql-codegen/fragment-matcher';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { buildASTSchema, concatAST, lexicographicSortSchema, parse, printSchema, Source, stripIgnoredCharacters } from 'graphql';
import client from './client/codegen.ts';
import { subgraphSdl } from './lambda/graphql/subgraph-sdl.ts';
import clients from './tests/clients/codegen.ts';

/** What a resolver holds in its hands for a GraphQL type: type name -> `file#exported type`, seen from lambda/generated/. */
const MAPPERS: Record<string, string> = {
  NewsArticle: '../domain/teaser.ts#ListedArticle',
  Contribution: '../graphql/parts.ts#ContributionOf',
  LiveBlog: '../graphql/parts.ts#LiveBlogOf',
  LivePost: '../graphql/parts.ts#LivePostOf',
  Section: '../domain/article.ts#SectionRef',
  Role: '../graphql/parts.ts#RoleOf',
  Author: '../graphql/parts.ts#AuthorOf',
  Change: '../store/change-reads.ts#Change as StoredChange',
  Seo: '../graphql/parts.ts#SeoOf',
  Site: '../domain/site.ts#Site as DomainSite',
  Series: '../domain/article.ts#Named',
  Image: '../domain/body.ts#Image as DomainImage',
  Rendition: '../domain/body.ts#Rendition as DomainRendition',
  Video: '../domain/body.ts#Video as DomainVideo',
  ListItem: '../domain/body.ts#ListItem as DomainListItem',
  Mark: '../domain/body.ts#Mark as DomainMark',
  TableCell: '../domain/body.ts#TableCell as DomainTableCell',
  Attribution: '../domain/quotation.ts#Attribution as DomainAttribution',
  Concept: '../domain/concept.ts#ConceptRef',
  NewsEvent: '../domain/concept.ts#ConceptRef',
  Organization: '../domain/concept.ts#ConceptRef',
  Person: '../domain/concept.ts#ConceptRef',
  Place: '../domain/concept.ts#ConceptRef',
  Topic: '../domain/concept.ts#ConceptRef',
  Front: '../domain/front.ts#ReadableFront',
  FrontContainer: '../graphql/parts.ts#FrontContainerOf',
  FrontItem: '../domain/front.ts#Placed',
  Body: '../graphql/parts.ts#BodyOf',
  Quotation: '../graphql/parts.ts#QuotationOf',
  Standfirst: '../graphql/parts.ts#StandfirstOf',
  Block: '../graphql/parts.ts#BlockOf',
  Paragraph: '../graphql/parts.ts#ParagraphOf',
  Heading: '../graphql/parts.ts#HeadingOf',
  Blockquote: '../graphql/parts.ts#BlockquoteOf',
  ListBlock: '../graphql/parts.ts#ListBlockOf',
  TableBlock: '../graphql/parts.ts#TableBlockOf',
  ImageBlock: '../graphql/parts.ts#ImageBlockOf',
  GalleryBlock: '../graphql/parts.ts#GalleryBlockOf',
  VideoBlock: '../graphql/parts.ts#VideoBlockOf',
  PullQuote: '../graphql/parts.ts#PullQuoteOf',
  Embed: '../graphql/parts.ts#EmbedOf',
  KeyFacts: '../graphql/parts.ts#KeyFactsOf',
  CorrectionNote: '../graphql/parts.ts#CorrectionNoteOf',
  Divider: '../graphql/parts.ts#DividerOf',
  UnknownBlock: '../graphql/parts.ts#UnknownBlockOf',
};

const SCALARS = {
  DateTime: '../domain/instant.ts#Instant',
};

const HEADER = '// Written by `npm run codegen` from schema/*.graphql. Never edited.\n';
const clientHeader = (documents: string) => `// Written by \`npm run codegen\` from schema/*.graphql and ${documents}. Never edited.\n`;
const EXAMPLES_HEADER = `// Written by \`npm run codegen\` from ${clients.documents}. Never edited.\n`;

const CLIENT_PLUGINS = {
  'fragment-matcher': fragmentMatcher,
  'typed-document-node': typedDocumentNode,
  'typescript-operations': typescriptOperations,
};

const files = globSync('schema/*.graphql', { cwd: import.meta.dirname }).sort();
const sources = files.map((file) => new Source(readFileSync(inRepository(file), 'utf8').trim(), file));
const sdl = sources.map(({ body }) => `${body}\n`).join('\n');

if (process.argv.includes('--print')) process.stdout.write(process.argv.includes('--subgraph') ? subgraphSdl(sdl) : sdl);
else {
  const generated = {
    'lambda/generated/type-defs.ts': typeDefs(),
    'lambda/generated/graphql.ts': await types(),
    'lambda/generated/examples.ts': examples(),
    ...(await clientFiles(clients)),
    ...(await clientFiles(client)),
  };
  for (const [file, content] of Object.entries(generated)) {
    if (!process.argv.includes('--check')) writeFileSync(inRepository(file), content);
    else if (content !== readIfThere(inRepository(file))) {
      console.error(`${file} is not what schema/, examples/ and codegen.ts say. Type: npm run codegen`);
      process.exitCode = 1;
    }
  }
}

/** The SDL as a module: one form that Node, vitest and esbuild all read without a loader. */
function typeDefs(): string {
  const escaped = sdl.replace(/[\\`]|\$\{/g, '\\$&');
  return `${HEADER}export const typeDefs = /* GraphQL */ \`\n${escaped}\`;\n`;
}

/** The documents that pages send, for the function that asks them of every new version. */
function examples(): string {
  const documents = globSync(clients.documents, { cwd: import.meta.dirname })
    .sort()
    .map((file) => [basename(file, '.graphql'), stripIgnoredCharacters(readFileSync(inRepository(file), 'utf8'))]);
  return `${EXAMPLES_HEADER}export const EXAMPLES: Record<string, string> = ${JSON.stringify(Object.fromEntries(documents), null, 2)};\n`;
}

function types(): Promise<string> {
  const schema = concatAST(sources.map((source) => parse(source)));
  return codegen({
    filename: 'lambda/generated/graphql.ts',
    schema,
    schemaAst: buildASTSchema(schema),
    documents: [],
    importExtension: '.ts',
    pluginMap: { header: { plugin: () => HEADER }, typescript, resolvers },
    plugins: [{ header: {} }, { typescript: {} }, { resolvers: {} }],
    config: {
      contextType: '../graphql/context.ts#RequestContext',
      mappers: MAPPERS,
      scalars: SCALARS,
      strictScalars: true, // a new scalar without a type of ours is an error, not an `any`
      enumsAsTypes: true,
      useTypeImports: true,
      importExtension: '.ts',
      makeResolverTypeCallable: true, // resolvers are plain functions; tests may call them
      avoidOptionals: { field: true }, // absent is null, and null is said
    },
  });
}

/** What a configuration of clients asks for, by file: what the generator's own command would write, without installing the command. */
async function clientFiles(wish: typeof clients | typeof client): Promise<Record<string, string>> {
  const schemaAst = lexicographicSortSchema(buildASTSchema(concatAST(sources.map((source) => parse(source))))); // as the command sorts it
  const schema = parse(printSchema(schemaAst));
  const documentFiles = globSync(wish.documents, { cwd: import.meta.dirname }).sort();
  const written = Object.entries(wish.generates).map(async ([filename, { plugins, config }]) => {
    const content = await codegen({
      filename,
      schema,
      schemaAst,
      // Parsed anew for each file: the generator takes repeated fragments out of the documents that it is given.
      documents: documentFiles.map((location) => ({ location, document: parse(readFileSync(inRepository(location), 'utf8')) })),
      pluginMap: CLIENT_PLUGINS,
      plugins: plugins.map((plugin) => ({ [plugin]: {} })),
      config: { ...wish.config, ...config },
    });
    return [filename, `${clientHeader(wish.documents)}${content.trimEnd()}\n`] as const;
  });
  return Object.fromEntries(await Promise.all(written));
}

function inRepository(file: string): string {
  return `${import.meta.dirname}/${file}`;
}

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
