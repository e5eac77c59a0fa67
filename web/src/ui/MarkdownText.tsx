import DOMPurify from 'dompurify';
import { Marked } from 'marked';
import { useMemo } from 'react';
import classes from './Markdown.module.css';

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

/** Written by one person and shown to many, so it is treated as untrusted. */
export function renderMarkdown(source: string): string {
  return purifier.sanitize(marked.parse(source) as string, ALLOWED);
}

/** Heavy (parser and sanitizer): import it through ui/Markdown, which loads it only when needed. */
export function MarkdownText({ source }: { source: string }) {
  const html = useMemo(() => renderMarkdown(source), [source]);
  return <div className={classes.prose} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
