/**
 * Compiles a glob over `/`-separated paths: `**` any number of folders, `*` and `?` within one name, `{a,b}` choices.
 * A pattern that names a folder (`transcripts`, `transcripts/`) means everything below it.
 */
export function compileGlob(pattern: string): (path: string) => boolean {
  const trimmed = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  const expression = new RegExp(`^(?:${translate(trimmed)})(?:/.*)?$`, 'su');
  return (path) => expression.test(path);
}

/** The folders of a glob before its first wildcard: where a walk has to begin. `''` is the folder itself. */
export function globBase(pattern: string): string {
  const parts = pattern.replace(/^\.\//, '').replace(/\/+$/, '').split('/');
  const wild = parts.findIndex((part) => /[*?{[]/.test(part));
  return (wild < 0 ? parts : parts.slice(0, wild)).join('/');
}

function translate(pattern: string): string {
  let out = '';
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] as string;
    if (pattern.startsWith('**/', i)) {
      out += '(?:[^/]+/)*';
      i += 2;
    } else if (pattern.startsWith('**', i)) {
      out += '.*';
      i += 1;
    } else if (char === '*') out += '[^/]*';
    else if (char === '?') out += '[^/]';
    else if (char === '{') {
      out += '(?:';
      depth++;
    } else if (char === '}' && depth > 0) {
      out += ')';
      depth--;
    } else if (char === ',' && depth > 0) out += '|';
    else out += char.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  }
  return out + ')'.repeat(depth);
}
