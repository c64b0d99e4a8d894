import fc from "fast-check";

/** The seed of this run: another one each time, unless PROPERTY_SEED repeats an earlier run. */
export const seed = Number(process.env["PROPERTY_SEED"] ?? Date.now() % 2 ** 31);

/** Holds a law against `runs` random cases. What fails is shrunk, and printed with its seed. */
export function holds<Case>(runs: number, cases: fc.Arbitrary<Case>, law: (each: Case) => void): void {
  fc.assert(fc.property(cases, law), { seed, numRuns: Number(process.env["PROPERTY_RUNS"] ?? runs) });
}
