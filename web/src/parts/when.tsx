import { useLanguage } from '../words.ts';

const STYLES = {
  day: { dateStyle: 'long' },
  minute: { dateStyle: 'long', timeStyle: 'short' },
  clock: { timeStyle: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** An instant in the words of a language, at the reader's own clock. */
export function useDate(): (instant: string, style: keyof typeof STYLES) => string {
  const language = useLanguage();
  const own = navigator.languages.find((one) => one.split('-')[0] === language.split('-')[0]); // the reader's own way to write dates in it
  return (instant, style) => new Intl.DateTimeFormat(own ?? language, STYLES[style]).format(new Date(instant));
}

/** An instant for readers and for machines. */
export function When({ instant, style = 'day' }: { instant: string; style?: keyof typeof STYLES }) {
  const date = useDate();
  return <time dateTime={instant}>{date(instant, style)}</time>;
}
