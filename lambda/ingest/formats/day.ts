import { type Instant, parseInstant } from '../../domain/instant.ts';

/**
 * A day or an instant, for what readers are only told: when something was corrected. A day alone (`2026-11-02`) counts from its beginning in
 * UTC. What decides about publication names its zone, and is read by {@link parseInstant}.
 * @throws {Refused} naming `place`
 */
export function parseDay(text: string, place: string): Instant {
  return parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? `${text.trim()}T00:00:00Z` : text, place);
}
