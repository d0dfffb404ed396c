/** Why the local service cannot start, as a sentence for the person at the keyboard that says what to do. It needs no stack trace. */
export class CannotStart extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CannotStart';
  }
}
