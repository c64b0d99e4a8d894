import type { GateFinding, Obstacle } from "./gate.ts";

/** What stands in the way without being a rule's finding. */
export type OwnObstacle = Exclude<Obstacle<GateFinding>, { readonly type: "finding" }>;

/** What is to be said of it, and done. */
export function obstacleWords(obstacle: OwnObstacle, language: "da" | "en"): string {
  const da = language === "da";
  switch (obstacle.type) {
    case "closedHeading":
      return da
        ? "Linjen ligner overskriften på et lukket punkt, men bliver læst som tekst i det åbne punkt ovenfor og ville blive offentliggjort. Skriv den som »Punkt <nummer>: Lukket punkt: …«."
        : "The line looks like the heading of a closed item, but is read as text of the open item above and would be published. Write it as “Punkt <number>: Lukket punkt: …”.";
    case "closedAttachment":
      return da
        ? `Her står »${obstacle.name}«, som er et bilag til et lukket punkt. Det åbne punkt bliver offentliggjort: slet navnet.`
        : `This names “${obstacle.name}”, an attachment of a closed item. The open item is published: delete the name.`;
  }
}
