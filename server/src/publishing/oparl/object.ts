/** An object of OParl 1.1. What OParl has no word for stands under names that begin with `referat:`. */
export interface OparlObject {
  readonly id: string;
  readonly type: string;
  readonly [name: string]: unknown;
}

export function oparlType(
  name:
    | "Meeting"
    | "AgendaItem"
    | "Paper"
    | "Consultation"
    | "File"
    | "Person"
    | "Membership"
    | "Organization"
    | "Location",
): string {
  return `https://schema.oparl.org/1.1/${name}`;
}

/** Without the properties that say nothing: OParl leaves out what is not known. */
export function known(properties: OparlObject): OparlObject {
  const said = Object.entries(properties).filter(
    ([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said) as OparlObject;
}
