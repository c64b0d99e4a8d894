/** Work that is done piece by piece: between two of its steps other work can be done. */
export type Steps<Result> = Generator<undefined, Result>;

/** Does all of it at once. */
export function allAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
