import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Panel } from '@/ui/Panel';
import { useProject } from './api/project';
import classes from './components/details.module.css';
import { Sections, type Slots } from './components/Sections';
import { SectionNav } from './components/SectionNav';
import { UnsavedGuard } from './components/UnsavedGuard';
import { SECTIONS, sectionFrom, type SectionId } from './model';

const route = getRouteApi('/frame/projects/$projectId/details');

/** Settings of a project. Parts that belong to other features come in as slots, composed by the page. */
export function DetailsTab({ projectId, importReport, exports, renderMarkdown }: { projectId: number } & Slots) {
  const section = sectionFrom(route.useSearch().section);
  const query = useProject(projectId);
  const [dirty, setDirty] = useState<Partial<Record<SectionId, boolean>>>({});
  const slots: Partial<Record<SectionId, ReactNode>> = { import: importReport, exports };
  const shown = SECTIONS.filter(({ id }) => !(id in slots) || slots[id] != null);
  const onDirty = (id: SectionId, value: boolean) =>
    setDirty((before) => (Boolean(before[id]) === value ? before : { ...before, [id]: value }));
  return (
    <div className={classes.page}>
      <SectionNav projectId={projectId} sections={shown} section={section} dirty={dirty} />
      <div className={classes.content}>
        <Panel query={query} what="the details" rows={6}>
          {(project) => (
            <Sections
              project={project}
              section={section}
              importReport={importReport}
              exports={exports}
              renderMarkdown={renderMarkdown}
              onDirty={onDirty}
            />
          )}
        </Panel>
      </div>
      <UnsavedGuard dirty={Object.values(dirty).some(Boolean)} />
    </div>
  );
}
