import DOMPurify from 'dompurify';
import { Marked } from 'marked';
import { useMemo } from 'react';
import classes from './instructions.module.css';

const marked = new Marked({ gfm: true, breaks: true, async: false });
const purifier = DOMPurify(window);

// After sanitising, so that nothing written in the Markdown can undo it.
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return;
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer');
});

const ALLOWED = {
  ALLOWED_TAGS: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote'],
    ...['ul', 'ol', 'li', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', 'title', 'align', 'start', 'target', 'rel'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
};

/** Instructions are written by one person and shown to many, so they are treated as untrusted. */
export function renderInstructions(source: string): string {
  return purifier.sanitize(marked.parse(source) as string, ALLOWED);
}

export function InstructionsMarkdown({ source }: { source: string }) {
  const html = useMemo(() => renderInstructions(source), [source]);
  return <div className={classes.markdown} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
