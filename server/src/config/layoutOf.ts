import { defaultLayout, type PageLayout } from "../model/pageLayout.ts";
import type { ProfileFile } from "./schema.ts";

/** How printed documents look, by what `publish` says of it. */
export function layoutOf(file: NonNullable<ProfileFile["publish"]>): PageLayout {
  const { margins } = file;
  return {
    logo: file.logo ?? defaultLayout.logo,
    logoText: file.logoText ?? defaultLayout.logoText,
    accent: file.accent ?? defaultLayout.accent,
    font: file.font ?? defaultLayout.font,
    headingFont: file.headingFont ?? file.font ?? defaultLayout.headingFont,
    fontFiles: file.fontFiles ?? defaultLayout.fontFiles,
    format: file.format ?? defaultLayout.format,
    margins: {
      top: margins?.top ?? defaultLayout.margins.top,
      bottom: margins?.bottom ?? defaultLayout.margins.bottom,
      left: margins?.left ?? defaultLayout.margins.left,
      right: margins?.right ?? defaultLayout.margins.right,
    },
    itemPerPage: file.itemPerPage ?? defaultLayout.itemPerPage,
    head: file.head ?? defaultLayout.head,
    foot: file.foot ?? defaultLayout.foot,
  };
}
