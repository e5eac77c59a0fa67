// Writes src/client/schema.d.ts from openapi.json. The document says "string" where the specification fixes the
// words; they are named here once, so that a switch over them is checked. A place that the document no longer has
// (or that names its words by itself by then) stops the generation, so this list cannot go stale.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const ROLE = ['owner', 'contributor', 'lead', 'reviewer', 'labeler'];
const TASK_TYPE = ['multiclass', 'multilabel', 'ner'];
const PROJECT_STATE = ['initializing', 'running', 'paused', 'failed', 'deleted'];
const ITEM_STATE = ['unlabeled', 'in_progress', 'labeled', 'skipped', 'needs_review'];
const JOB_STATE = ['queued', 'running', 'succeeded', 'failed', 'cancelled'];
const DATASET_KIND = ['file', 'tabular'];
const DECISION_KIND = ['answer', 'skip'];

const PLACES = {
  'UserOut.role': ROLE,
  'SessionOut.state': ['setup', 'signed_out', 'signed_in'],
  'InvitationShown.role': ROLE,
  'InvitationOut.role': ROLE,
  'InvitationOut.state': ['open', 'accepted', 'expired', 'revoked'],
  'PersonOut.role': ROLE,
  'ProjectRoleOut.role': ROLE,
  'DatasetOut.kind': DATASET_KIND,
  'DatasetRef.kind': DATASET_KIND,
  'PreviewOut.kind': DATASET_KIND,
  'JobOut.state': JOB_STATE,
  'ExportOut.state': JOB_STATE,
  'ExportOptions.columns': ['training', 'all'],
  'ExportOptions.label_as': ['path', 'leaf'],
  'ProjectOut.task_type': TASK_TYPE,
  'ProjectOut.state': PROJECT_STATE,
  'ProjectOut.my_role': ROLE,
  'ProjectDetailOut.task_type': TASK_TYPE,
  'ProjectDetailOut.state': PROJECT_STATE,
  'ProjectDetailOut.my_role': ROLE,
  'ItemOut.state': ITEM_STATE,
  'AcceptedOut.item_state': ITEM_STATE,
  'DecisionOut.kind': DECISION_KIND,
  'CurrentAnswer.kind': DECISION_KIND,
  'LabelingProjectOut.task_type': TASK_TYPE,
  'LabelingProjectOut.state': PROJECT_STATE,
  'MyProjectOut.task_type': TASK_TYPE,
  'MyProjectOut.state': PROJECT_STATE,
  'EmptyOut.reason': ['all_done', 'leased_by_others', 'answered_by_you', 'initializing', 'no_items'],
  'QueueCount.kind': ['manual'],
};

const at = (path) => new URL(`../${path}`, import.meta.url);
const document = JSON.parse(readFileSync(at('openapi.json'), 'utf8'));

for (const [place, words] of Object.entries(PLACES)) {
  const [schema, property] = place.split('.');
  const found = document.components.schemas[schema]?.properties?.[property];
  const text = found?.anyOf?.find((branch) => branch.type === 'string') ?? found;
  if (text?.type !== 'string' || text.enum) throw new Error(`${place} is no longer a plain string: remove it from PLACES.`);
  text.enum = words;
}

// A field with a default may be left out of a request.
const nodes = await openapiTS(document, { defaultNonNullable: false });
const made = `// Generated from openapi.json by \`npm run generate\`. Do not edit.\n${astToString(nodes)}`;
const target = at('src/client/schema.d.ts');
if (!process.argv.includes('--check')) writeFileSync(target, made);
else if (readFileSync(target, 'utf8') !== made) throw new Error('src/client/schema.d.ts is stale. Run: make generate');
