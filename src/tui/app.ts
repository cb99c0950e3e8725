import { render, useStdin } from 'ink';
import { createElement, useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import type { Picture } from './screen.js';

/** What stands on the screen now, and who wants to know when that changes. */
export interface Pictures {
  readonly now: () => Picture;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Pictures, one after another. */
export function picturesFrom(first: Picture): Pictures & { readonly show: (picture: Picture) => void } {
  let picture = first;
  const listeners = new Set<() => void>();
  return {
    now: () => picture,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    show: (next) => {
      picture = next;
      for (const listener of listeners) listener();
    },
  };
}

/** What the app is given. */
export interface AppProps {
  readonly pictures: Pictures;
  readonly draw: (picture: Picture) => void;
  /** An escape sequence, a lone escape, or the text between them. */
  readonly typed: (sequence: string) => void;
}

/**
 * Ink holds the terminal: it puts it into raw mode, takes its input apart and gives it back. Rows are drawn whole, as
 * they come (`screen.ts` says why).
 */
function App({ pictures, draw, typed }: AppProps): null {
  const { setRawMode, internal_eventEmitter: input } = useStdin();
  const now = useSyncExternalStore(pictures.subscribe, pictures.now);
  useLayoutEffect(() => draw(now), [draw, now]);
  // Ink's useInput takes Backspace for Delete and fails at sequences that it does not know, so it is asked one step before.
  useEffect(() => {
    setRawMode(true);
    input.on('input', typed);
    return () => {
      input.off('input', typed);
      setRawMode(false);
    };
  }, [input, setRawMode, typed]);
  return null;
}

/** Starts the app; what it returns ends it. */
export function startApp(props: AppProps): () => void {
  const { unmount } = render(createElement(App, props), { exitOnCtrlC: false, patchConsole: false });
  return () => unmount();
}
