// Stands in for the generated file until the server's openapi.json is committed: `npm run generate` replaces it.
type Answer<R> = { 200: { headers: Record<string, unknown>; content: { 'application/json': R } } };
type Read<R, Path = undefined, Query = undefined> = {
  parameters: Params<Path, Query>;
  requestBody?: never;
  responses: Answer<R>;
};
type Write<R, Body, Path = undefined> = {
  parameters: Params<Path, undefined>;
  requestBody: { content: { 'application/json': Body } };
  responses: Answer<R>;
};
type Params<Path, Query> = ([Path] extends [undefined] ? { path?: never } : { path: Path }) &
  ([Query] extends [undefined] ? { query?: never } : { query?: Query }) & { header?: never; cookie?: never };

type S = components['schemas'];
type ProjectPath = { project_id: number };

export interface paths {
  '/api/v1/session': {
    get: Read<S['Session']>;
    post: Write<S['Session'], { email: string; password: string }>;
    delete: Read<undefined>;
  };
  '/api/v1/setup': { post: Write<S['Session'], { token: string; name: string; email: string; password: string }> };
  '/api/v1/invitations/show': { post: Write<S['InvitationView'], { token: string }> };
  '/api/v1/invitations/accept': {
    post: Write<S['Session'], { token: string; name: string; email: string; password: string }>;
  };
  '/api/v1/people': { get: Read<{ people: S['Person'][] }> };
  '/api/v1/people/{person_id}': {
    patch: Write<S['Person'], { role?: S['Role']; disabled?: boolean }, { person_id: number }>;
  };
  '/api/v1/people/invitations': {
    get: Read<{ invitations: S['Invitation'][] }>;
    post: Write<
      { invitation: S['Invitation']; link: string },
      { email?: string; role: S['Role']; project_ids?: number[] }
    >;
  };
  '/api/v1/people/invitations/{invitation_id}': { delete: Read<undefined, { invitation_id: number }> };
  '/api/v1/tokens': {
    get: Read<{ tokens: S['Token'][] }>;
    post: Write<
      { token: S['Token']; secret: string },
      { name: string; scopes?: string[]; expires_in_days?: number }
    >;
  };
  '/api/v1/tokens/{token_id}': { delete: Read<undefined, { token_id: number }> };
  '/api/v1/datasets': {
    get: Read<{ datasets: S['Dataset'][] }>;
    post: Write<S['Dataset'], { name: string; description?: string }>;
  };
  '/api/v1/datasets/{dataset_id}': {
    get: Read<S['Dataset'], { dataset_id: number }>;
    delete: Read<undefined, { dataset_id: number }>;
  };
  '/api/v1/datasets/{dataset_id}/files/{file_id}': {
    delete: Read<undefined, { dataset_id: number; file_id: number }>;
  };
  '/api/v1/datasets/{dataset_id}/preview': {
    get: Read<
      S['Preview'],
      { dataset_id: number },
      { delimiter?: string; header?: boolean; encoding?: string }
    >;
  };
  '/api/v1/projects': {
    get: Read<{ projects: S['Project'][] }>;
    post: Write<S['Project'], S['ProjectIn']>;
  };
  '/api/v1/projects/check': {
    post: Write<{ problems: S['Problem'][]; ready: boolean }, Partial<S['ProjectIn']>>;
  };
  '/api/v1/projects/{project_id}': {
    get: Read<S['ProjectDetail'], ProjectPath>;
    patch: Write<
      S['ProjectDetail'],
      {
        description?: string;
        instructions?: S['InstructionsIn'];
        page_size?: number;
        lease_minutes?: number;
      },
      ProjectPath
    >;
    delete: Read<undefined, ProjectPath>;
  };
  '/api/v1/projects/{project_id}/pause': { post: Read<S['Project'], ProjectPath> };
  '/api/v1/projects/{project_id}/resume': { post: Read<S['Project'], ProjectPath> };
  '/api/v1/projects/{project_id}/retry': { post: Read<S['Project'], ProjectPath> };
  '/api/v1/projects/{project_id}/restore': { post: Read<S['Project'], ProjectPath> };
  '/api/v1/projects/{project_id}/duplicate': { post: Read<S['Draft'], ProjectPath> };
  '/api/v1/projects/{project_id}/refused': {
    get: Read<
      { rows: S['RefusedRow'][]; next: number | null; total: number },
      ProjectPath,
      { after?: number; limit?: number }
    >;
  };
  '/api/v1/drafts': {
    get: Read<{ drafts: S['Draft'][] }>;
    post: Write<S['Draft'], { body: Record<string, unknown> }>;
  };
  '/api/v1/drafts/{draft_id}': {
    get: Read<S['Draft'], { draft_id: number }>;
    put: Write<S['Draft'], { body: Record<string, unknown> }, { draft_id: number }>;
    delete: Read<undefined, { draft_id: number }>;
  };
  '/api/v1/samples': { post: Read<{ projects: S['Project'][] }> };
  '/api/v1/projects/{project_id}/progress': { get: Read<S['ProgressView'], ProjectPath> };
  '/api/v1/projects/{project_id}/items': {
    get: Read<
      { items: S['Item'][]; next: number | null; total: number | null },
      ProjectPath,
      { state?: S['ItemState']; after?: number; limit?: number }
    >;
  };
  '/api/v1/projects/{project_id}/labels': { get: Read<S['LabelSet'], ProjectPath> };
  '/api/v1/projects/{project_id}/labeling': { get: Read<S['LabelingView'], ProjectPath> };
  '/api/v1/projects/{project_id}/instructions/seen': {
    post: Write<undefined, { version: number }, ProjectPath>;
  };
  '/api/v1/projects/{project_id}/tasks/claim': {
    post: Write<S['Claim'], { limit?: number; holder: string; have?: string[] }, ProjectPath>;
  };
  '/api/v1/projects/{project_id}/tasks/renew': {
    post: Write<{ expires_at: string; lost: string[] }, { leases: string[] }, ProjectPath>;
  };
  '/api/v1/projects/{project_id}/tasks/release': {
    post: Write<undefined, { leases: string[] }, ProjectPath>;
  };
  '/api/v1/projects/{project_id}/annotations': {
    post: Write<S['Accepted'], S['AnnotationIn'], ProjectPath>;
  };
  '/api/v1/projects/{project_id}/skips': { post: Write<S['Accepted'], S['SkipIn'], ProjectPath> };
  '/api/v1/projects/{project_id}/items/{item_id}/task': {
    get: Read<S['Task'], { project_id: number; item_id: number }>;
  };
  '/api/v1/labeling/projects': { get: Read<{ projects: S['LabelingProject'][] }> };
  '/api/v1/projects/{project_id}/exports': {
    get: Read<{ exports: S['Export'][] }, ProjectPath>;
    post: Write<S['Export'], S['ExportIn'], ProjectPath>;
  };
  '/api/v1/projects/{project_id}/exports/preview': {
    get: Read<
      { header: string[]; rows: string[][]; total: number },
      ProjectPath,
      { columns?: 'training' | 'all'; format?: string }
    >;
  };
  '/api/v1/exports/{export_id}': { get: Read<S['Export'], { export_id: number }> };
  '/api/v1/jobs': { get: Read<{ jobs: S['Job'][] }, undefined, { project_id?: number }> };
  '/api/v1/jobs/{job_id}': { get: Read<S['Job'], { job_id: number }> };
  '/api/v1/jobs/{job_id}/cancel': { post: Read<S['Job'], { job_id: number }> };
  '/api/v1/notifications': { get: Read<{ notifications: S['Notification'][]; unread: number }> };
  '/api/v1/notifications/read': { post: Write<undefined, { up_to: number }> };
}

export interface components {
  schemas: {
    Role: 'owner' | 'contributor' | 'lead' | 'reviewer' | 'labeler';
    TaskType: 'multiclass' | 'multilabel' | 'ner';
    ProjectState: 'initializing' | 'running' | 'paused' | 'failed' | 'deleted';
    ItemState: 'unlabeled' | 'in_progress' | 'labeled' | 'skipped' | 'needs_review';
    JobState: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
    Problem: { field: string; code: string; message: string };
    User: {
      id: number;
      name: string;
      email: string;
      role: S['Role'] | null;
      operations: string[];
      labeler_only: boolean;
    };
    Session: {
      state: 'setup' | 'signed_out' | 'signed_in';
      version: string;
      user: S['User'] | null;
      worker_alive: boolean;
      storage_problem: string | null;
    };
    ProjectRef: { id: number; name: string };
    InvitationView: {
      email: string | null;
      role: S['Role'];
      projects: S['ProjectRef'][];
      invited_by: string;
      expires_at: string;
    };
    Person: {
      id: number;
      name: string;
      email: string;
      role: S['Role'] | null;
      projects: { id: number; name: string; role: S['Role'] }[];
      disabled: boolean;
      last_active_at: string | null;
    };
    Invitation: {
      id: number;
      email: string | null;
      role: S['Role'];
      projects: S['ProjectRef'][];
      invited_by: string;
      created_at: string;
      expires_at: string;
      state: 'open' | 'accepted' | 'expired' | 'revoked';
    };
    Token: {
      id: number;
      name: string;
      scopes: string[];
      created_at: string;
      expires_at: string | null;
      last_used_at: string | null;
    };
    DatasetFile: { id: number; name: string; bytes: number; sha256: string; created_at: string };
    Dataset: {
      id: number;
      name: string;
      description: string;
      kind: 'file' | 'tabular' | null;
      files: S['DatasetFile'][];
      file_count: number;
      bytes: number;
      created_at: string;
      created_by: string;
      projects: S['ProjectRef'][];
      in_use: boolean;
    };
    PreviewProblem: {
      file: string;
      line: number | null;
      column: string | null;
      code: string;
      message: string;
    };
    Preview: {
      kind: 'file' | 'tabular';
      encoding: string;
      encodings: string[];
      delimiter: string | null;
      header: boolean | null;
      columns: { name: string; sample: string }[];
      rows: string[][];
      items: number | null;
      items_exact: boolean;
      problems: S['PreviewProblem'][];
    };
    Progress: {
      total: number;
      labeled: number;
      skipped: number;
      needs_review: number;
      incomplete: number;
    };
    Job: {
      id: number;
      kind: string;
      title: string;
      state: S['JobState'];
      done: number;
      total: number | null;
      note: string | null;
      error: string | null;
      rate: number | null;
      seconds_left: number | null;
      waiting_for_worker: boolean;
      created_at: string;
      started_at: string | null;
      finished_at: string | null;
    };
    Project: {
      id: number;
      name: string;
      description: string;
      task_type: S['TaskType'];
      state: S['ProjectState'];
      state_reason: string | null;
      state_changed_by: string | null;
      created_at: string;
      updated_at: string;
      created_by: string;
      owner: string;
      my_role: S['Role'] | null;
      operations: string[];
      progress: S['Progress'];
      last_activity_at: string | null;
      completed: boolean;
      init_job: S['Job'] | null;
    };
    ProjectDetail: S['Project'] & {
      dataset: { id: number; name: string; kind: 'file' | 'tabular' };
      text_columns: string[];
      id_column: string | null;
      columns: string[];
      seed: number;
      page_size: number;
      lease_minutes: number;
      label_set_version: number;
      instructions: { version: number; markdown: string; link: string | null };
      max_items: number;
      left_out: number;
      import: { files: number; read: number; added: number; refused: number; duplicates: number };
    };
    LabelIn:
      | string
      | {
          name: string;
          color?: string;
          description?: string;
          hotkey?: string;
          children?: S['LabelIn'][];
        };
    InstructionsIn: { markdown?: string; link?: string | null };
    ProjectIn: {
      name: string;
      description?: string;
      task_type: S['TaskType'];
      dataset_id: number;
      text_columns?: string[];
      id_column?: string | null;
      reading?: { delimiter?: string; header?: boolean; encoding?: string };
      labels: S['LabelIn'][];
      instructions?: S['InstructionsIn'];
      page_size?: number;
      lease_minutes?: number;
      max_items?: number;
      draft_id?: number;
    };
    Draft: { id: number; body: Record<string, unknown>; name: string | null; updated_at: string };
    RefusedRow: {
      id: number;
      file: string;
      line: number | null;
      column: string | null;
      code: string;
      message: string;
    };
    ProgressView: S['Progress'] & {
      at: string;
      labels: { label_id: number; path: string; color: string; count: number }[];
      labels_sum_note: string | null;
      labelers: {
        user_id: number;
        name: string;
        labeled: number;
        skipped: number;
        per_hour: number | null;
        last_at: string | null;
      }[];
      queue: { kind: 'manual'; tasks: number; items: number }[];
      activity: { at: string; count: number }[];
      per_hour: number | null;
      left_hours: number | null;
    };
    AnswerLabel: { id: number; path: string; color: string };
    Answer: { labels: S['AnswerLabel'][] };
    Field: { name: string; value: string };
    Item: {
      id: number;
      position: number;
      state: S['ItemState'];
      fields: S['Field'][];
      text: string;
      final_label: S['Answer'] | null;
      labelers: string[];
      updated_at: string | null;
      source: { file: string; row: number | null };
    };
    Label: {
      id: number;
      name: string;
      path: string;
      color: string;
      description: string | null;
      hotkey: string | null;
      parent_id: number | null;
      children: S['Label'][];
    };
    LabelSet: { version: number; labels: S['Label'][] };
    Decision: {
      item_id: number;
      submission_id: string;
      kind: 'answer' | 'skip';
      labels: string[];
      text: string;
      at: string;
    };
    LabelingView: {
      project: {
        id: number;
        name: string;
        task_type: S['TaskType'];
        state: S['ProjectState'];
        state_changed_by: string | null;
      };
      label_set: S['LabelSet'];
      instructions: {
        version: number;
        markdown: string;
        link: string | null;
        seen_version: number | null;
      };
      text_columns: string[];
      settings: { page_size: number; lease_minutes: number };
      me: { today: number; total: number };
      left: number;
      recent: S['Decision'][];
    };
    CurrentAnswer: { submission_id: string; kind: 'answer' | 'skip'; labels: number[] };
    Task: {
      item_id: number;
      lease: string;
      expires_at: string;
      position: number;
      fields: S['Field'][];
      prelabel: { labels: number[] } | null;
      current: S['CurrentAnswer'] | null;
    };
    Claim: {
      page: { kind: 'manual' };
      tasks: S['Task'][];
      left: number;
      renew_in_seconds: number;
      empty: {
        reason: 'all_done' | 'leased_by_others' | 'answered_by_you' | 'initializing' | 'no_items';
        message: string;
        items: number;
      } | null;
    };
    AnnotationIn: {
      submission_id: string;
      item_id: number;
      lease: string | null;
      answer: { labels: number[] };
      label_set_version: number;
      replaces?: string;
      active_ms?: number;
      input?: 'key' | 'pointer' | 'touch' | 'api';
      client_seq?: number;
    };
    SkipIn: {
      submission_id: string;
      item_id: number;
      lease: string | null;
      reason?: string;
      replaces?: string;
      client_seq?: number;
    };
    Accepted: { annotation_id: number; item_id: number; item_state: S['ItemState']; accepted_at: string };
    LabelingProject: {
      id: number;
      name: string;
      task_type: S['TaskType'];
      state: S['ProjectState'];
      left: number;
      mine_today: number;
    };
    ExportIn: {
      format: 'csv';
      columns?: 'training' | 'all';
      formula_safe?: boolean;
      states?: S['ItemState'][];
      label_as?: 'path' | 'leaf';
    };
    Export: {
      id: number;
      project_id: number;
      format: string;
      options: { columns: 'training' | 'all'; formula_safe: boolean; label_as: 'path' | 'leaf' };
      state: S['JobState'];
      rows: number | null;
      bytes: number | null;
      sha256: string | null;
      file_name: string | null;
      created_at: string;
      created_by: string;
      finished_at: string | null;
      error: string | null;
      job: S['Job'];
    };
    Notification: {
      id: number;
      kind: string;
      title: string;
      body: string;
      project_id: number | null;
      link: string | null;
      at: string;
      read: boolean;
    };
  };
}
