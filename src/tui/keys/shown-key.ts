const SIGNS: Readonly<Record<string, string>> = {
  down: '↓',
  up: '↑',
  left: '←',
  right: '→',
  'shift-left': '⇧←',
  'shift-right': '⇧→',
  return: '⏎',
  'meta-return': 'Alt-⏎',
  escape: 'Esc',
  space: 'Space',
  tab: 'Tab',
  backspace: '⌫',
  delete: 'Del',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

/** A key as the footer and the help write it. */
export function shownKey(key: string): string {
  return SIGNS[key] ?? key.replace(/^ctrl-/u, 'Ctrl-').replace(/(?<=^|-)meta-/u, 'Alt-');
}
