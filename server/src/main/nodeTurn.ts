/** Resolves when what has arrived until now has been read. */
export function nodeTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
