// What is mutated together, and the tests that must notice. They are those that say what one function or one rule does, and are
// quick: the laws on random documents (test/property) would notice much of it again, in a hundred times the time.

/** Tests of more than a second each: what they notice, a quicker one should notice as well. */
const slow = ["from anywhere to anywhere", "leaves nothing behind anywhere"];

/** What rules share. */
const shared = [
  "attachmentsToRead",
  "check",
  "fixes",
  "heeds",
  "insertField",
  "oneLine",
  "reads",
  "registry",
  "rule",
  "silencing",
  "silencingComment",
  "writeAll",
].map((name) => `server/src/rules/${name}.ts`);

export const areas = {
  calendar: {
    mutate: ["server/src/calendar/*.ts"],
    tests: ["calendar", "holidays"],
  },
  times: {
    mutate: [
      "server/src/syntax/itemTime.ts",
      "server/src/model/{schedule,slotStyle,timeStyle}.ts",
      "server/src/edits/{headingChanges,laps,shiftFrom,shiftTimes,slots,spreadTime,switchTimeForm}.ts",
      "server/src/features/timeline.ts",
    ],
    tests: [
      "itemTime",
      "slotStyle",
      "timeStyle",
      "course",
      "editsRefused",
      "oddEdits",
      "editsInStyle",
      "headingAids",
      "onType",
      "edits",
    ],
  },
  rules: {
    mutate: ["server/src/rules/*.ts", ...shared.map((file) => `!${file}`)],
    tests: [
      "rules",
      "findings",
      "oddFindings",
      "attachmentFile",
      "rulePages",
      "archiveRules",
      "fixes",
      "profiles",
      "people",
      "bodies",
      "clean",
    ],
  },
  shared: {
    mutate: shared,
    tests: [
      "checker",
      "silencing",
      "reads",
      "rewording",
      "insertField",
      "attachmentsToRead",
      "fixes",
      "oddFindings",
    ],
  },
};

/** The titles of the tests that take part. */
export const quickTests = `^(?!.*(?:${slow.join("|")}))`;
