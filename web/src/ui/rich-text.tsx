import {
  IconBold,
  IconH2,
  IconH3,
  IconItalic,
  IconLink,
  IconLinkOff,
  IconList,
  IconListNumbers,
} from '@tabler/icons-react';
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { type ComponentType, type MouseEvent, type ReactNode, useEffect, useState } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import './rich-text.css';

interface RichTextProps {
  /** Simple HTML. */
  value: string;
  onChange: (html: string) => void;
  /** What the box is called. */
  label: string;
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
  disabled?: boolean | undefined;
  /** More tools; what they put in stands at the cursor. */
  tools?: ((put: (html: string) => void) => ReactNode) | undefined;
}

const SAFE = /^(https?:\/\/|mailto:|tel:|\{\{|#DirectLink#)/i;

const KIT = StarterKit.configure({
  heading: { levels: [2, 3] },
  codeBlock: false,
  code: false,
  strike: false,
  horizontalRule: false,
  link: {
    openOnClick: false,
    autolink: false,
    HTMLAttributes: { rel: null, target: null },
    isAllowedUri: (url) => SAFE.test(url),
  },
});

const EMPTY = '<p></p>';

/** A text with headings, lists and links, written as it will look; fields are typed between braces. */
export function RichText({
  value,
  onChange,
  label,
  describedBy,
  invalid = false,
  disabled = false,
  tools,
}: RichTextProps) {
  const editor = useEditor({
    extensions: [KIT],
    content: value,
    editable: !disabled,
    immediatelyRender: true,
    onUpdate: ({ editor: changed }) => onChange(changed.getHTML() === EMPTY ? '' : changed.getHTML()),
  });
  useEffect(() => {
    const attributes = {
      'aria-label': label,
      role: 'textbox',
      'aria-multiline': 'true',
      ...(describedBy && { 'aria-describedby': describedBy }),
      ...(invalid && { 'aria-invalid': 'true' }),
    };
    editor.setOptions({ editable: !disabled, editorProps: { attributes } });
  }, [editor, label, describedBy, invalid, disabled]);
  useEffect(() => {
    // Put in from outside, such as a template; what was just typed is there already.
    if (!editor.isFocused && value !== editor.getHTML()) editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);
  return (
    <div className={`rich-text${invalid ? ' rich-text-wrong' : ''}`}>
      {disabled ? null : <Tools editor={editor} more={tools} />}
      <EditorContent editor={editor} className="rich-text-box" />
    </div>
  );
}

interface Tool {
  name: string;
  text: 'bold' | 'italic' | 'heading' | 'subheading' | 'bullets' | 'numbered';
  icon: ComponentType<{ size?: number; stroke?: number }>;
  level?: 2 | 3;
  toggle: (editor: Editor) => boolean;
}

const TOOLS: readonly Tool[] = [
  { name: 'bold', text: 'bold', icon: IconBold, toggle: (editor) => editor.chain().focus().toggleBold().run() },
  { name: 'italic', text: 'italic', icon: IconItalic, toggle: (editor) => editor.chain().focus().toggleItalic().run() },
  ...([2, 3] as const).map(
    (level): Tool => ({
      name: 'heading',
      text: level === 2 ? 'heading' : 'subheading',
      icon: level === 2 ? IconH2 : IconH3,
      level,
      toggle: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
    }),
  ),
  {
    name: 'bulletList',
    text: 'bullets',
    icon: IconList,
    toggle: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    text: 'numbered',
    icon: IconListNumbers,
    toggle: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
];

/** The editor takes the focus back only a moment after a tool was pressed: what is typed at once would be lost. */
const staysInText = (event: MouseEvent<HTMLElement>) => {
  // Not where a field that a tool opened is pressed, which stands elsewhere on the page.
  if (event.currentTarget.contains(event.target as Node)) event.preventDefault();
};

function Tools({ editor, more }: { editor: Editor; more: RichTextProps['tools'] }) {
  const t = useTexts(shared);
  const [linking, setLinking] = useState(false);
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      pressed: TOOLS.map(({ name, level }) => now.isActive(name, level && { level })),
      link: now.isActive('link') ? String(now.getAttributes('link')['href'] ?? '') : null,
    }),
  });
  return (
    <>
      <div className="rich-text-tools" role="toolbar" aria-label={t('textTools')} onMouseDown={staysInText}>
        {TOOLS.map(({ text, icon: Icon, toggle }, at) => (
          <IconButton
            key={text}
            label={t(text)}
            icon={<Icon size={18} stroke={1.75} />}
            pressed={state.pressed[at] ?? false}
            onClick={() => toggle(editor)}
          />
        ))}
        <IconButton
          label={t('link')}
          icon={<IconLink size={18} stroke={1.75} />}
          pressed={state.link !== null}
          onClick={() => setLinking(!linking)}
        />
        {more?.((html) => editor.chain().focus().insertContent(html).run())}
        {state.link === null ? null : (
          <IconButton
            label={t('removeLink')}
            icon={<IconLinkOff size={18} stroke={1.75} />}
            onClick={() => editor.chain().focus().extendMarkRange('link').unsetLink().run()}
          />
        )}
      </div>
      {linking ? <LinkRow editor={editor} start={state.link ?? 'https://'} onDone={() => setLinking(false)} /> : null}
    </>
  );
}

function LinkRow({ editor, start, onDone }: { editor: Editor; start: string; onDone: () => void }) {
  const t = useTexts(shared);
  const [href, setHref] = useState(start);
  const set = () => {
    const address = href.trim();
    if (!SAFE.test(address)) return;
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }).run();
    else chain.setLink({ href: address }).run();
    onDone();
  };
  return (
    <div className="rich-text-link">
      <input
        className="rich-text-address"
        aria-label={t('linkTo')}
        value={href}
        // biome-ignore lint/a11y/noAutofocus: it opens because somebody asked for it
        autoFocus
        onChange={(event) => setHref(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          set();
        }}
      />
      <Button size="small" onClick={set}>
        {t('setLink')}
      </Button>
    </div>
  );
}
