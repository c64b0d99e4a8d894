import fc from "fast-check";

const asked = process.env["PROPERTY_SEED"];

/** The seed of this run: the same each time, so that a change and not chance breaks a test; PROPERTY_SEED=random for another. */
export const seed = asked === "random" ? Date.now() % 2 ** 31 : Number(asked ?? 20260304);

/** Holds a law against `runs` random cases. What fails is shrunk, and printed with its seed. */
export function holds<Case>(runs: number, cases: fc.Arbitrary<Case>, law: (each: Case) => void): void {
  fc.assert(fc.property(cases, law), { seed, numRuns: Number(process.env["PROPERTY_RUNS"] ?? runs) });
}

/** The same for a law that takes its time. */
export async function holdsLater<Case>(
  runs: number,
  cases: fc.Arbitrary<Case>,
  law: (each: Case) => Promise<void>,
): Promise<void> {
  await fc.assert(fc.asyncProperty(cases, law), {
    seed,
    numRuns: Number(process.env["PROPERTY_RUNS"] ?? runs),
  });
}
