import type { Uploader } from '../use-upload';
import type { StepId } from '../model';
import { DataStep } from './DataStep';
import { DefaultStep } from './DefaultStep';
import { DetailsStep } from './DetailsStep';
import { InstructionsStep } from './InstructionsStep';
import { LabelsStep } from './LabelsStep';
import type { StepProps } from './step';

export function StepBody({ step, uploader, ...props }: StepProps & { step: StepId; uploader: Uploader }) {
  switch (step) {
    case 'details':
      return <DetailsStep {...props} />;
    case 'data':
      return <DataStep {...props} uploader={uploader} />;
    case 'labels':
      return <LabelsStep {...props} />;
    case 'instructions':
      return <InstructionsStep {...props} />;
    default:
      return <DefaultStep step={step} />;
  }
}
