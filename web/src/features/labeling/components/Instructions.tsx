import { IconExternalLink } from '@tabler/icons-react';
import { Markdown } from '@/ui/Markdown';
import classes from './instructions.module.css';

export function Instructions({ markdown, link }: { markdown: string; link: string | null }) {
  const href = safeLink(link);
  return (
    <div className={classes.body}>
      {href !== null && (
        <p>
          <a className={classes.link} href={href} target="_blank" rel="noopener noreferrer">
            Open the instructions page <IconExternalLink size={14} aria-label="(new tab)" />
          </a>
        </p>
      )}
      {markdown.trim() !== '' && <Markdown source={markdown} />}
    </div>
  );
}

/** Only addresses that open a page or a letter; anything else, such as javascript:, is not a link. */
export function safeLink(link: string | null): string | null {
  return link !== null && /^(https?|mailto):/i.test(link.trim()) ? link.trim() : null;
}
