import type { Trouble } from '../app.tsx';
import { go } from '../navigation.ts';
import { choosePreviewInstant, closePreview, lastInstantOf, openPreview, previewInstant, previewToken } from '../preview.ts';
import { useWords } from '../words.ts';
import { useDate } from './when.tsx';

/** In the address of any page, asks for a token: `?preview`. */
const ASKED = 'preview';

type PreviewBarProps = { asOf: string | null; trouble: Trouble | null; onChange: () => void };

/** While a newsroom looks ahead: the instant as of which it sees the site, and the way to another. */
export function PreviewBar({ asOf, trouble, onChange }: PreviewBarProps) {
  const words = useWords().preview;
  const date = useDate();
  const token = previewToken();
  if (token === null) return new URLSearchParams(location.search).has(ASKED) ? <TokenForm onChange={onChange} /> : null;
  const last = lastInstantOf(token);
  const choose = (instant: string | null) => {
    choosePreviewInstant(instant);
    onChange();
  };
  const chosen = asOf ?? previewInstant() ?? last;
  return (
    <aside class="preview-bar" aria-label={words.title}>
      <p>
        <strong>{words.title}</strong> {asOf ? words.asOf(date(asOf, 'minute')) : trouble === 'PREVIEW' ? words.refused : ''}
      </p>
      <form
        key={chosen}
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('instant');
          const instant = new Date(String(typed));
          if (!Number.isNaN(instant.getTime())) choose(instant.toISOString());
        }}
      >
        <label>
          {words.instant} <input type="datetime-local" name="instant" required defaultValue={local(chosen)} max={local(last)} step={60} />
        </label>
        <button type="submit">{words.show}</button>
        {last && (
          <button type="button" onClick={() => choose(null)} title={words.upTo(date(last, 'minute'))}>
            {words.latest}
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            closePreview();
            go(location.pathname, { replace: true }); // `?preview` is over too
          }}
        >
          {words.close}
        </button>
      </form>
    </aside>
  );
}

function TokenForm({ onChange }: { onChange: () => void }) {
  const words = useWords().preview;
  return (
    <aside class="preview-bar" aria-label={words.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          openPreview(String(new FormData(event.currentTarget).get('token')));
          onChange();
        }}
      >
        <label>
          {words.token} <input name="token" required autocomplete="off" spellcheck={false} />
        </label>
        <button type="submit">{words.open}</button>
      </form>
    </aside>
  );
}

/** As the field takes it: the reader's own clock, to the minute. */
function local(instant: string | null): string {
  if (instant === null) return '';
  const time = new Date(instant);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
