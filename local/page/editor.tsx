/**
 * The field of the active cell. It always has the keyboard, invisible until something is typed: so an input method's first letter
 * (Vietnamese composition) arrives in it, which a field that opens on a key press would lose.
 */
import {
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';

/** Where the selection goes after a commit. */
export type Move = [rows: number, columns: number] | null;

export interface EditorHandle {
  focus(): void;
  /** Takes over what is typed; nothing where nothing is. */
  commit(): void;
}

interface EditorProps {
  ref: Ref<EditorHandle>;
  label: string;
  /** Content to edit. */
  content: string;
  onStart(): void;
  /** `text` null: nothing was typed or it was given up. */
  onEnd(text: string | null, move: Move): void;
  /** Keys while nothing is typed. */
  onKey(event: KeyboardEvent): void;
}

const ARROWS: Readonly<Record<string, [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** @returns where a key leads that ends the typing; undefined: the key belongs to the text. */
function endOf(event: KeyboardEvent, isTyping: boolean): Move | undefined {
  if (event.key === 'Enter' && !event.altKey) return [event.shiftKey ? -1 : 1, 0];
  if (event.key === 'Tab') return [0, event.shiftKey ? -1 : 1];
  // Only what was typed anew: while an old content is edited, arrows move in it.
  return isTyping ? ARROWS[event.key] : undefined;
}

export function Editor({ ref, label, content, onStart, onEnd, onKey }: EditorProps): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const typing = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const end = (result: string | null, move: Move): void => {
    setText(null);
    onEnd(result, move);
  };
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus({ preventScroll: true }),
    commit: () => {
      if (text !== null) end(text === content ? null : text, null);
    },
  }));
  useLayoutEffect(() => {
    const area = field.current;
    if (area === null || text === null) return;
    area.style.width = '100%';
    if (area.scrollWidth > area.clientWidth) area.style.width = `${Math.min(480, area.scrollWidth + 12)}px`;
  }, [text]);
  const start = (): void => {
    typing.current = false;
    setText(content);
    onStart();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (text === null) {
      if (event.key === 'F2') {
        event.preventDefault();
        start();
      } else onKey(event);
      return;
    }
    event.stopPropagation();
    if (event.key === 'Escape') end(null, null);
    else if (event.key === 'Enter' && event.altKey)
      field.current?.setRangeText('\n', field.current.selectionStart, field.current.selectionEnd, 'end');
    else {
      const move = endOf(event, typing.current);
      if (move === undefined) return;
      event.preventDefault();
      end(text === content ? null : text, move);
    }
  };
  return (
    <textarea
      ref={field}
      className={text === null ? 'editor waiting' : 'editor'}
      aria-label={label}
      rows={1}
      spellCheck={false}
      autoComplete="off"
      value={text ?? ''}
      onChange={({ target }) => {
        if (text === null) {
          typing.current = true;
          onStart();
        }
        setText(target.value);
      }}
      onDoubleClick={() => {
        if (text === null) start();
      }}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        // The pane taking the focus ends nothing, as in Excel.
        if (text !== null && relatedTarget !== null && relatedTarget.nodeName !== 'IFRAME') end(text, null);
      }}
    />
  );
}
