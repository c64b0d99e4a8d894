export const languages = ["da", "en"] as const;
export type Language = (typeof languages)[number];

/** Words in each language, made of a state when somebody reads them. */
export type Words<State> = Readonly<Record<Language, (state: State) => string>>;
