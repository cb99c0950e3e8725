import { readFileSync } from 'node:fs';

/** A fenced block of a document, with the path that stands on a line of its own above it. */
export interface Block {
  readonly kind: string;
  readonly path: string | null;
  readonly content: string;
}

export function documentOf(name: string): string {
  return readFileSync(name, 'utf8');
}

export function blocksOf(document: string): Block[] {
  const fences = document.matchAll(/(?:^`([^`\n]+)`\n)?^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...fences].map(([, path, kind, content]) => ({
    kind: kind ?? '',
    path: path ?? null,
    content: content ?? '',
  }));
}

/** The files that a document shows whole, by path. */
export function filesOf(document: string): Record<string, string> {
  return Object.fromEntries(
    blocksOf(document).flatMap(({ path, content }) => (path === null ? [] : [[path, content]])),
  );
}

/** A command line and its output. */
export interface Session {
  readonly line: string;
  readonly output: string;
}

/** What `console` blocks show: lines that begin with `$ `, each with the output below it. */
export function sessionsOf(document: string): Session[] {
  return blocksOf(document)
    .filter(({ kind }) => kind === 'console')
    .flatMap(({ content }) => content.split(/^\$ /m).slice(1))
    .map((session) => {
      const end = session.indexOf('\n');
      return { line: session.slice(0, end), output: session.slice(end + 1) };
    });
}

/** The cells of the body of every table whose first heading is `heading`. */
export function rowsOf(document: string, heading: string): string[][] {
  const rows: string[][] = [];
  let inside = false;
  for (const line of document.split('\n')) {
    if (!line.startsWith('|')) inside = false;
    else if (line.startsWith(`| ${heading} |`)) inside = true;
    else if (inside && !/^\|[-| ]+\|$/.test(line))
      rows.push(
        line
          .slice(1, -1)
          .split(' | ')
          .map((cell) => cell.trim()),
      );
  }
  return rows;
}

/** The texts between backquotes. */
export function codeSpans(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
}
