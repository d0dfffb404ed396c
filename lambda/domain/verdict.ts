import type { ConceptRef } from './concept.ts';
import { type ConceptId, conceptKindOf, digest } from './identity.ts';

/** What editors decided of a concept, past what its sources say of it. Either it was merged, or the rest may hold. */
export type Verdict = {
  /** The concept that it was merged into. Never one that was merged itself. */
  into?: ConceptId;
  /** The name under which it stands on its own. Articles keep what they call it. */
  name?: string;
  /** Editors say who or what is meant, where sources only give the name. */
  confirmed?: true;
  /** The concepts that were merged into it. */
  aliases?: readonly ConceptId[];
};

export type Verdicts = ReadonlyMap<ConceptId, Verdict>;

/** Which concepts mean another in one article: what editors split off, by the id that the source's words make. */
export type Splits = Readonly<Record<ConceptId, ConceptId>>;

/** Every concept that something of an article names, at whatever depth. */
export function conceptsIn(value: unknown): Set<ConceptId> {
  const found = new Set<ConceptId>();
  walk(value, (id) => void found.add(id));
  return found;
}

/**
 * Something of an article with the concepts that editors decided it means. Names stay as the article has them.
 * @param verdicts of all concepts that it names once `splits` are heeded, and of those that they were merged into
 * @returns the very same value where nothing is to be changed
 */
export function withVerdicts<Value>(value: Value, splits: Splits, verdicts: Verdicts): Value {
  const meant = (id: ConceptId): ConceptId => {
    const split = splits[id] ?? id;
    return verdicts.get(split)?.into ?? split;
  };
  const changed = (id: ConceptId, identity?: ConceptRef['identity']) =>
    meant(id) !== id || (identity === 'NAME_ONLY' && verdicts.get(id)?.confirmed === true);
  let changes = false;
  walk(value, (id, identity) => {
    changes ||= changed(id, identity);
  });
  if (!changes) return value;
  return rebuild(
    value,
    (ref) => {
      const id = meant(ref.id);
      const identified = id !== ref.id || verdicts.get(id)?.confirmed === true; // who merges or splits says who is meant
      return { ...ref, id, identity: ref.identity === 'NAME_ONLY' && identified ? 'EDITOR' : ref.identity };
    },
    meant,
  ) as Value;
}

/** The concept that articles of `from` are split off to; the same for the same articles, in whatever order. */
export function splitConcept(from: ConceptId, articles: readonly string[]): ConceptId {
  return `${from.slice(0, 2)}${digest('split', from, ...[...new Set(articles)].sort())}` as ConceptId;
}

function walk(value: unknown, told: (id: ConceptId, identity?: ConceptRef['identity']) => void): void {
  if (value === null || typeof value !== 'object') return;
  if (isConcept(value)) {
    told(value.id, value.identity);
    return;
  }
  if (isMention(value)) told(value.concept);
  for (const inner of Object.values(value)) walk(inner, told);
}

/** In a list of concepts each stands once, under the first of its names: two that an article names may have become one. */
function rebuild(value: unknown, decide: (ref: ConceptRef) => ConceptRef, meant: (id: ConceptId) => ConceptId): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isConcept(value)) return decide(value);
  if (Array.isArray(value)) {
    const all = value.map((inner) => rebuild(inner, decide, meant));
    return all.every(isConcept) ? [...Map.groupBy(all, ({ id }) => id).values()].map(([first]) => first) : all;
  }
  const rebuilt = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rebuild(inner, decide, meant)]));
  return isMention(value) ? { ...rebuilt, concept: meant(value.concept) } : rebuilt;
}

function isConcept(value: unknown): value is ConceptRef {
  return typeof value === 'object' && value !== null && 'identity' in value && 'id' in value && conceptKindOf(String(value.id)) !== null;
}

function isMention(value: object): value is { concept: ConceptId } {
  return 'concept' in value && typeof value.concept === 'string';
}
