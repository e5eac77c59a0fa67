import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { useMemo } from 'react';
import classes from './Markdown.module.css';

// Instructions are written by one person and read by many: no scripts, no styles, and no pictures from elsewhere.
const ALLOWED = {
  ALLOWED_TAGS: ['h1', 'h2', 'h3', 'h4', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ALLOWED_ATTR: ['href', 'title', 'start'],
};

DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return;
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer');
});

/** Heavy (parser and sanitizer): import it through ui/Markdown, which loads it only when needed. */
export function MarkdownText({ source }: { source: string }) {
  const html = useMemo(() => DOMPurify.sanitize(marked.parse(source, { async: false, gfm: true, breaks: true }), ALLOWED), [source]);
  return <div className={classes.prose} dangerouslySetInnerHTML={{ __html: html }} />;
}
