import { Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { helpSections, keysOf, type ActionId } from '@/lib/shortcuts';
import { Kbd } from '@/ui/Kbd';
import classes from './ShortcutHelp.module.css';

/** Generated from the registry, so it cannot forget a key. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts" size={760}>
      <div className={classes.columns}>
        {helpSections().map(({ section, actions }) => (
          <section key={section} className={classes.section}>
            <h3>{section}</h3>
            {actions.map((action) => (
              <div key={action.id} className={classes.row}>
                <span>{action.label}</span>
                <Keys id={action.id as ActionId} />
              </div>
            ))}
          </section>
        ))}
      </div>
      <p className={classes.note}>
        Letters and digits do nothing while you type in a field. Change or switch off keys in{' '}
        <Link to="/settings" onClick={onClose}>
          Settings
        </Link>
        .
      </p>
    </Modal>
  );
}

function Keys({ id }: { id: ActionId }) {
  // Ten digits as ten key caps would say less than their first and last.
  const all = keysOf(id);
  const range = all.length > 4;
  const shown = range ? [all[0] as string] : all.slice(0, 2);
  if (shown.length === 0) return <span className={classes.off}>off</span>;
  return (
    <span className={classes.keys}>
      {shown.map((keys) => (
        <Kbd key={keys} keys={keys} />
      ))}
      {range && <Kbd keys={id === 'wizard.step' ? 'Digit7' : 'Digit0'} />}
    </span>
  );
}
