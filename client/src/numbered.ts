/** What an item is called, `4. Ny svømmehal`; its title alone, where it has no number. */
export function numbered(number: number | null, title: string): string {
  const name = title === "" ? "(uden titel)" : title;
  return number === null ? name : `${number}. ${name}`;
}
