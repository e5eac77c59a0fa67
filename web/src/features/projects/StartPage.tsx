import { IconFileSpreadsheet, IconSparkles } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { messageOf } from '@/lib/problem';
import { PageHeader } from '@/ui/PageHeader';
import { useSamples } from './api/projects';
import classes from './StartPage.module.css';

/** Right after setup: two choices and nothing else. */
export function StartPage() {
  const samples = useSamples();
  const navigate = useNavigate();
  const openSample = () =>
    samples.mutate(undefined, {
      onSuccess: (projects) => {
        // The multi-class sample is the quickest first label: one key per text.
        const first = projects.find((project) => project.task_type === 'multiclass') ?? projects[0];
        if (first) void navigate({ to: '/projects/$projectId/label', params: { projectId: first.id } });
        else void navigate({ to: '/' });
      },
    });
  return (
    <div className={classes.page}>
      <PageHeader title="How do you want to start?" note="You can do the other one later." />
      <div className={classes.choices}>
        <button type="button" className={classes.choice} onClick={openSample} disabled={samples.isPending}>
          <IconSparkles size={24} stroke={1.5} aria-hidden />
          <span className={classes.name}>Try the sample</span>
          <span className={classes.what}>
            {samples.isPending ? 'Getting the sample ready…' : 'Short texts with ready labels. Label the first one in a few seconds, delete it when you are done.'}
          </span>
        </button>
        <Link to="/projects/new" className={classes.choice}>
          <IconFileSpreadsheet size={24} stroke={1.5} aria-hidden />
          <span className={classes.name}>Start with my data</span>
          <span className={classes.what}>Drop a CSV or text files, name your labels, and begin. Files stay on this server.</span>
        </Link>
      </div>
      {samples.error && (
        <p className={classes.problem} role="alert">
          The sample could not be made: {messageOf(samples.error)}
        </p>
      )}
    </div>
  );
}
