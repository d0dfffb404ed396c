import { Component, type ComponentChildren } from 'preact';

type GuardedProps = { instead: ComponentChildren; children?: ComponentChildren };

/** A mistake of ours in one page is a notice in its place, and never an empty site. */
export class Guarded extends Component<GuardedProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static override getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
  }

  override render({ instead, children }: GuardedProps) {
    return this.state.hasFailed ? instead : children;
  }
}
