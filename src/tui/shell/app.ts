import process from 'node:process';
import { render, useStdin } from 'ink';
import { createElement, useEffect } from 'react';

interface Typed {
  /** Called with an escape sequence, a lone escape, or the text between them. */
  readonly typed: (sequence: string) => void;
}

/**
 * Ink's useInput takes Backspace for Delete and fails at sequences that it does not know, so it is asked one step before:
 * by an event that it does not document, which is why its version is pinned.
 */
function Input({ typed }: Typed): null {
  const { setRawMode, internal_eventEmitter: input } = useStdin();
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

/** Has Ink hold the terminal's input and take it apart; what it returns ends that. */
export function takeInput(
  typed: Typed['typed'],
  { stdin, stdout }: Pick<NodeJS.Process, 'stdin' | 'stdout'> = process,
): () => void {
  const options = { stdin, stdout, exitOnCtrlC: false, patchConsole: false };
  const { unmount } = render(createElement(Input, { typed }), options);
  return () => unmount();
}
