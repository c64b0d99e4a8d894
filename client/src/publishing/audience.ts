/** Who is to have a document, and how they see what has changed. */
export interface Audience {
  /** Without the closed items, and checked first. */
  readonly everybody: boolean;
  /** What has changed is marked. */
  readonly marked: boolean;
}

export interface AudienceChoice extends Audience {
  readonly label: string;
  readonly detail: string;
}

/**
 * What there is to choose between: whether the closed items are in it, where there are any, and whether changes are marked,
 * where the preview shows them since something (`since` names it). One choice is none.
 */
export function audiences(closed: boolean, since: string | null): AudienceChoice[] {
  const plain: AudienceChoice[] = closed
    ? [
        {
          label: "$(globe) Til alle",
          detail: "De lukkede punkter er erstattet af en linje, og alt kontrolleres først",
          everybody: true,
          marked: false,
        },
        { label: "$(lock) Internt", detail: "Med de lukkede punkter", everybody: false, marked: false },
      ]
    : [
        {
          label: "$(globe) Til alle",
          detail: "Som det er, uden mærker; alt kontrolleres først",
          everybody: true,
          marked: false,
        },
      ];
  if (since === null) return plain;
  const within = closed ? ", med de lukkede punkter" : "";
  return [
    ...plain,
    {
      label: `$(globe) Til alle, med ændringer siden ${since} markeret`,
      detail: "Kun det nye er markeret: intet af det, der er slettet, er med",
      everybody: true,
      marked: true,
    },
    {
      label: `$(lock) Internt, med ændringer siden ${since} markeret`,
      detail: `Det nye er markeret, og det slettede er streget ud${within}`,
      everybody: false,
      marked: true,
    },
  ];
}
