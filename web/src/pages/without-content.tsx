import type { ComponentChildren } from 'preact';
import type { WithdrawalReason } from '../generated.ts';
import { Link } from '../navigation.ts';
import { useDate } from '../parts/when.tsx';
import { useWords } from '../words.ts';

/** Pages that have nothing to read, and say why. */

/** An article that could be read once. */
export function Withdrawn({ reason, withdrawnAt }: { reason: WithdrawalReason; withdrawnAt: string }) {
  const words = useWords();
  const date = useDate();
  return (
    <Notice
      title={words.withdrawn[reason] ?? words.withdrawn['%future added value']}
      text={words.withdrawnText(date(withdrawnAt, 'minute'))}
    />
  );
}

/** An address at which nothing can be read, and never could. */
export function Missing() {
  const words = useWords();
  return <Notice title={words.missing} text={words.missingText} />;
}

/** @param path of the list as the browser spells it, without the place in it */
export function Refused({ path }: { path: string }) {
  const words = useWords();
  return (
    <Notice title={words.refused} text={words.refusedText}>
      <Link href={path}>{words.firstPage}</Link>
    </Notice>
  );
}

/** Nobody answers, or only to say that something went wrong. */
export function Unreachable({ onRetry }: { onRetry: () => void }) {
  const words = useWords();
  return (
    <Notice title={words.unreachable} text={words.unreachableText}>
      <button type="button" onClick={onRetry}>
        {words.retry}
      </button>
    </Notice>
  );
}

function Notice({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) {
  const words = useWords();
  return (
    <section class="without-content">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>{children ?? <Link href="/">{words.toFront}</Link>}</p>
    </section>
  );
}
