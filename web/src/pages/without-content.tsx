import type { ComponentChildren } from 'preact';
import type { WithdrawalReason } from '../generated.ts';
import { Link } from '../navigation.ts';
import { useDate } from '../parts/when.tsx';
import { useWords } from '../words.ts';

/** Pages that have nothing to read, and say why. */

export function Withdrawn({ reason, withdrawnAt }: { reason: WithdrawalReason; withdrawnAt: string }) {
  const words = useWords();
  const date = useDate();
  return <Notice title={words.withdrawn[reason] ?? words.withdrawn.EXPIRED} text={words.withdrawnText(date(withdrawnAt, 'minute'))} />;
}

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
