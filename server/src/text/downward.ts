/** Steps of paths that documents and settings name: none of them is to lead out of its folder, on any system. */

/** The devices that Windows has in every folder, whatever ending stands behind them. */
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
export const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[1-9¹²³]|lpt[1-9¹²³])(?= *(?:\.|$))/i;

/**
 * Whether a step of a path names something in its folder, or the folder itself: not one above, not a device, nothing that would
 * be more than one step.
 */
export function leadsDown(step: string): boolean {
  if (step === "" || step === ".") return true;
  // Windows overlooks dots and blanks at the end of a name: of nothing else can no name be made.
  return !/[/\\\u0000-\u001f\u007f]|^[. ]*$/.test(step) && !deviceName.test(step);
}

/** Whether a path leads to something in its folder or below it: `billeder/logo.svg`, with slashes of either kind. */
export function isDownwardPath(path: string): boolean {
  return !/^[/\\]|:/.test(path) && path.split(/[/\\]/).every(leadsDown);
}
