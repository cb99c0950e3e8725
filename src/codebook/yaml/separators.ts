/** Signs that people put between the items of a list; a comma between digits belongs to a number. */
const SEPARATOR = /[、；;]|(?<!\d)[,，]|[,，](?!\d)/u;

/** What Chinese and word processors write for quotation marks and square brackets; to YAML they are letters. */
const WRAPPED = /^[“”‘’„「『〝＂]([^“”‘’„「」『』〝〞〟＂]+)[“”‘’」』〞〟＂]$/u;
const BRACKETED = /^[[【［〔](.*)[\]】］〕]$/u;

/** A text without the quotation marks of its own around it; null when it has none. */
export const unwrapped = (text: string): string | null => WRAPPED.exec(text)?.[1]!.trim() || null;

/** The sign in a text that looks as if it parted the items of a list. */
export const separatorIn = (text: string): string | undefined => SEPARATOR.exec(text)?.[0];

/** The items of a text that was meant for a list, without quotation marks around them. */
export function partsOf(text: string): readonly string[] {
  const inner = BRACKETED.exec(text.trim())?.[1] ?? text;
  const parts = inner.split(SEPARATOR).map((part) => part.trim());
  return parts.map((part) => unwrapped(part) ?? part).filter((part) => part !== '');
}
