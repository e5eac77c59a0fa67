// Short names for the server's types, each given once. The shapes come from the generated schema.d.ts.
import type { components } from './schema';

type Schemas = components['schemas'];

export type User = Schemas['UserOut'];
export type Role = NonNullable<User['role']>;
export type Session = Schemas['SessionOut'];
export type InvitationView = Schemas['InvitationShown'];
export type Invitation = Schemas['InvitationOut'];
export type Person = Schemas['PersonOut'];
export type Token = Schemas['TokenOut'];
export type Dataset = Schemas['DatasetOut'];
export type DatasetFile = Schemas['FileOut'];
export type Preview = Schemas['PreviewOut'];
export type Job = Schemas['JobOut'];
export type JobState = Job['state'];
export type Project = Schemas['ProjectOut'];
export type ProjectDetail = Schemas['ProjectDetailOut'];
export type ProjectState = Project['state'];
export type TaskType = Project['task_type'];
/** Everything a project may be made of; the server says what is still missing. */
export type ProjectIn = Schemas['ProjectDraftIn'];
export type LabelIn = Schemas['LabelIn'] | string;
export type Draft = Schemas['DraftOut'];
export type Progress = Schemas['ProgressCounts'];
export type ProgressView = Schemas['ProgressOut'];
export type RefusedRow = Schemas['RefusedRowOut'];
export type Item = Schemas['ItemOut'];
export type ItemState = Item['state'];
export type Answer = Schemas['ShownAnswer'];
export type Label = Schemas['LabelOut'];
export type LabelSet = Schemas['LabelSetOut'];
export type Decision = Schemas['DecisionOut'];
export type LabelingView = Schemas['LabelingOut'];
export type LabelingProject = Schemas['MyProjectOut'];
export type Task = Schemas['TaskOut'];
export type Claim = Schemas['ClaimOut'];
export type AnnotationIn = Schemas['AnnotationIn'];
export type SkipIn = Schemas['SkipIn'];
export type Accepted = Schemas['AcceptedOut'];
export type Export = Schemas['ExportOut'];
export type ExportIn = Schemas['ExportIn'];
export type Notification = Schemas['NotificationOut'];
