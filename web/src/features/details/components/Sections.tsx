import { useState, type ReactNode } from 'react';
import type { ProjectDetail } from '@/client/types';
import type { SectionId } from '../model';
import { DangerSection } from './DangerSection';
import { ExportsSection } from './ExportsSection';
import { InstructionsSection } from './InstructionsSection';
import { LabelsSection } from './LabelsSection';
import { OverviewSection } from './OverviewSection';
import { QueueSection } from './QueueSection';
import { Section } from './Section';

export interface Slots {
  importReport?: ReactNode;
  exports?: ReactNode;
  /** Draws Markdown exactly as labelers will see it. */
  renderMarkdown?: (source: string) => ReactNode;
}

/** Sections stay mounted once opened: changing the section must not throw away what was typed in another. */
export function Sections({
  project,
  section,
  importReport,
  exports,
  renderMarkdown,
  onDirty,
}: { project: ProjectDetail; section: SectionId; onDirty: (section: SectionId, dirty: boolean) => void } & Slots) {
  const [visited, setVisited] = useState<SectionId[]>([section]);
  if (!visited.includes(section)) setVisited([...visited, section]);
  const mayManage = project.operations.includes('projects.manage');
  const editing = (id: SectionId) => ({
    project,
    mayManage,
    active: section === id,
    onDirty: (dirty: boolean) => onDirty(id, dirty),
  });
  const parts: Record<SectionId, () => ReactNode> = {
    overview: () => <OverviewSection {...editing('overview')} />,
    labels: () => <LabelsSection projectId={project.id} />,
    instructions: () => <InstructionsSection {...editing('instructions')} renderMarkdown={renderMarkdown} />,
    queue: () => <QueueSection {...editing('queue')} />,
    import: () => importReport && <Section title="Import report" note="What became of every row of the dataset.">{importReport}</Section>,
    exports: () => exports && <ExportsSection projectId={project.id}>{exports}</ExportsSection>,
    danger: () => <DangerSection project={project} mayManage={mayManage} />,
  };
  return visited.map((id) => (
    <div key={id} hidden={id !== section}>
      {parts[id]()}
    </div>
  ));
}
