import { Link } from '@tanstack/react-router';
import type { SectionId } from '../model';
import classes from './details.module.css';

export function SectionNav({ projectId, sections, section, dirty }: { projectId: number; sections: { id: SectionId; name: string }[]; section: SectionId; dirty: Partial<Record<SectionId, boolean>> }) {
  return (
    <nav className={classes.nav} aria-label="Details">
      {sections.map(({ id, name }) => (
        <Link
          key={id}
          to="/projects/$projectId/details"
          params={{ projectId }}
          search={{ section: id }}
          resetScroll={false}
          className={classes.navLink}
          aria-current={id === section ? 'page' : undefined}
          data-chosen={id === section || undefined}
          data-danger={id === 'danger' || undefined}
        >
          {name}
          {dirty[id] && (
            <span className={classes.dirty} title="Not saved yet">
              <span className="ld-visually-hidden">, not saved yet</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
