/** Texts with half a character in them, wherever they stand. To look at JSON would find none: it escapes halves. */
export function halves(value: unknown): string[] {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [value.toWellFormed()];
  return typeof value === 'object' && value !== null ? Object.entries(value).flat().flatMap(halves) : [];
}
