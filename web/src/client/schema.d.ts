// Generated from openapi.json by `npm run generate`. Do not edit.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Health
         * @description 200 when the server answers and its database too.
         */
        get: operations["get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Session
         * @description Who I am, and whether the workspace has an owner yet.
         */
        get: operations["get_session"];
        put?: never;
        /**
         * Sign In
         * @description Sign in with e-mail and password.
         */
        post: operations["sign_in"];
        /**
         * Sign Out
         * @description End this browser's session.
         */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Up
         * @description Make the workspace's owner with the one-time link.
         */
        post: operations["set_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List People
         * @description Everyone with an account.
         */
        get: operations["list_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Person
         * @description Change a role; disable or enable.
         */
        patch: operations["change_person"];
        trace?: never;
    };
    "/api/v1/people/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Invitations
         * @description The newest invitations and what became of them.
         */
        get: operations["list_invitations"];
        put?: never;
        /**
         * Create Invitation
         * @description Invite by a link, shown this once.
         */
        post: operations["create_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Invitation
         * @description End an open invitation.
         */
        delete: operations["revoke_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show Invitation
         * @description What an invitation offers.
         */
        post: operations["show_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Invitation
         * @description Make my account from an invitation and sign in.
         */
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tokens
         * @description My tokens, without their secrets.
         */
        get: operations["list_tokens"];
        put?: never;
        /**
         * Create Token
         * @description A new token for programs; its secret is shown this once.
         */
        post: operations["create_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Token
         * @description End one of my tokens.
         */
        delete: operations["delete_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit Annotation
         * @description Answer a task, or correct an answer with `replaces`. The same submission id again gives the same reply.
         */
        post: operations["submit_annotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/skips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit Skip
         * @description Skip a task.
         */
        post: operations["submit_skip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/labeling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Labeling
         * @description Everything the labeling page needs before its first task.
         */
        get: operations["get_labeling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/items/{item_id}/task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get My Task
         * @description An item I have answered, with my answer.
         */
        get: operations["get_my_task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labeling/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List My Projects
         * @description Projects I may label.
         */
        get: operations["list_my_projects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/instructions/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See Instructions
         * @description I have seen this version of the instructions.
         */
        post: operations["see_instructions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Progress
         * @description All numbers of the dashboard at one moment.
         */
        get: operations["get_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Datasets
         * @description All datasets, newest first, without their files.
         */
        get: operations["list_datasets"];
        put?: never;
        /**
         * Create Dataset
         * @description An empty dataset.
         */
        post: operations["create_dataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Dataset
         * @description One dataset with its files.
         */
        get: operations["get_dataset"];
        put?: never;
        post?: never;
        /**
         * Delete Dataset
         * @description Remove a dataset no project uses.
         */
        delete: operations["delete_dataset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload File
         * @description Put one file into a dataset. The body is the file's bytes, as application/octet-stream.
         */
        post: operations["upload_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset_id}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete File
         * @description Take a file out of a dataset no project uses.
         */
        delete: operations["delete_file"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{dataset_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Dataset
         * @description The first rows as they would be read, with the guesses that were made.
         */
        get: operations["preview_dataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch
         * @description An event `change` with {topic, what} whenever something of the projects, or of mine, has changed.
         */
        get: operations["watch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Exports
         * @description A project's exports, newest first.
         */
        get: operations["list_exports"];
        put?: never;
        /**
         * Start Export
         * @description Queue an export.
         */
        post: operations["start_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/exports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Export
         * @description The header and the first rows as they would be written.
         */
        get: operations["preview_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Export
         * @description One export.
         */
        get: operations["get_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{export_id}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Manifest
         * @description What the export is: its moment, options, counts, hash.
         */
        get: operations["get_manifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{export_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Export
         * @description The file of a finished export.
         */
        get: operations["download_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Jobs
         * @description The newest jobs, of one project or of all.
         */
        get: operations["list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Job
         * @description One job.
         */
        get: operations["get_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Job
         * @description Ask a job to stop; what it has committed so far stays.
         */
        post: operations["cancel_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notifications
         * @description What concerns me, newest first.
         */
        get: operations["list_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Notifications
         * @description I have seen all up to this one.
         */
        post: operations["read_notifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/tasks/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim Tasks
         * @description Up to a page of tasks under lease; `empty` says why there are none.
         */
        post: operations["claim_tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/tasks/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Tasks
         * @description Keep leases while the labeler is active.
         */
        post: operations["renew_tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/tasks/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release Tasks
         * @description Give tasks back.
         */
        post: operations["release_tasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Items
         * @description A page of items in import order, behind the item `after`.
         */
        get: operations["list_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Openapi Document
         * @description This document.
         */
        get: operations["get_openapi_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Projects
         * @description Projects I may read about, newest first.
         */
        get: operations["list_projects"];
        put?: never;
        /**
         * Create Project
         * @description Create a project; its initialization begins at once.
         */
        post: operations["create_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Project
         * @description What is still wrong or missing; nothing is created.
         */
        post: operations["check_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Project
         * @description One project with its settings and the report of its import.
         */
        get: operations["get_project"];
        put?: never;
        post?: never;
        /**
         * Delete Project
         * @description Delete a project; it can be restored for 30 days.
         */
        delete: operations["delete_project"];
        options?: never;
        head?: never;
        /**
         * Change Project
         * @description Change description, instructions or queue settings.
         */
        patch: operations["change_project"];
        trace?: never;
    };
    "/api/v1/projects/{project_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause Project
         * @description Stop labeling at once.
         */
        post: operations["pause_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Project
         * @description Let labeling go on.
         */
        post: operations["resume_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry Project
         * @description Try a failed initialization again.
         */
        post: operations["retry_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Project
         * @description Bring a deleted project back, paused.
         */
        post: operations["restore_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Duplicate Project
         * @description A draft with this project's settings, labels and instructions.
         */
        post: operations["duplicate_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Labels
         * @description The project's current labels as a tree.
         */
        get: operations["get_labels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Refused
         * @description Rows and files that did not become items, and why.
         */
        get: operations["list_refused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{project_id}/refused.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Refused
         * @description The same as a CSV file.
         */
        get: operations["download_refused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Drafts
         * @description My unfinished projects.
         */
        get: operations["list_drafts"];
        put?: never;
        /**
         * Create Draft
         * @description Keep what was typed into the wizard so far.
         */
        post: operations["create_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draft_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Draft
         * @description One of my drafts.
         */
        get: operations["get_draft"];
        /**
         * Put Draft
         * @description Replace what a draft holds.
         */
        put: operations["put_draft"];
        post?: never;
        /**
         * Delete Draft
         * @description Forget a draft.
         */
        delete: operations["delete_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Samples
         * @description The bundled sample projects, made if they are not there yet.
         */
        post: operations["make_samples"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AcceptIn
         * @description Accepting an invitation asks for the same as setting up.
         */
        AcceptIn: {
            /** Token */
            token: string;
            /** Name */
            name: string;
            /** Email */
            email: string;
            /** Password */
            password: string;
        };
        /** AcceptedOut */
        AcceptedOut: {
            /** Annotation Id */
            annotation_id: number;
            /** Item Id */
            item_id: number;
            /**
             * Item State
             * @enum {string}
             */
            item_state: "unlabeled" | "in_progress" | "labeled" | "skipped" | "needs_review";
            /** Accepted At */
            accepted_at: string;
        };
        /** AnnotationIn */
        AnnotationIn: {
            /**
             * Submission Id
             * @description A UUID the client makes.
             */
            submission_id: string;
            /** Item Id */
            item_id: number;
            /** Lease */
            lease?: string | null;
            /** Replaces */
            replaces?: string | null;
            /** Active Ms */
            active_ms?: number | null;
            /** Input */
            input?: ("key" | "pointer" | "touch" | "api") | null;
            /** Client Seq */
            client_seq?: number | null;
            answer: components["schemas"]["AnswerIn"];
            /** Label Set Version */
            label_set_version?: number | null;
        };
        /** AnswerIn */
        AnswerIn: {
            /** Labels */
            labels: number[];
        };
        /** CheckOut */
        CheckOut: {
            /** Problems */
            problems: components["schemas"]["ProblemOut"][];
            /** Ready */
            ready: boolean;
        };
        /** ClaimIn */
        ClaimIn: {
            /** Limit */
            limit?: number | null;
            /** Holder */
            holder: string;
            /** Have */
            have?: string[];
        };
        /** ClaimOut */
        ClaimOut: {
            page: components["schemas"]["PageOut"];
            /** Tasks */
            tasks: components["schemas"]["TaskOut"][];
            /** Left */
            left: number;
            /** Renew In Seconds */
            renew_in_seconds: number;
            empty: components["schemas"]["EmptyOut"] | null;
        };
        /** ColumnOut */
        ColumnOut: {
            /** Name */
            name: string;
            /** Sample */
            sample: string;
        };
        /** CurrentAnswer */
        CurrentAnswer: {
            /** Submission Id */
            submission_id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "answer" | "skip";
            /** Labels */
            labels: number[];
        };
        /** DatasetIn */
        DatasetIn: {
            /** Name */
            name: string;
            /**
             * Description
             * @default
             */
            description?: string;
        };
        /** DatasetOut */
        DatasetOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Description */
            description: string;
            /** Kind */
            kind: ("file" | "tabular") | null;
            /** Files */
            files: components["schemas"]["FileOut"][];
            /** File Count */
            file_count: number;
            /** Bytes */
            bytes: number;
            /** Created At */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Projects */
            projects: components["schemas"]["ProjectNameOut"][];
            /** In Use */
            in_use: boolean;
        };
        /** DatasetRef */
        DatasetRef: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Kind */
            kind: ("file" | "tabular") | null;
        };
        /** DatasetsOut */
        DatasetsOut: {
            /** Datasets */
            datasets: components["schemas"]["DatasetOut"][];
        };
        /** DecisionOut */
        DecisionOut: {
            /** Item Id */
            item_id: number;
            /** Position */
            position: number;
            /** Submission Id */
            submission_id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "answer" | "skip";
            /** Labels */
            labels: string[];
            /** Text */
            text: string;
            /** At */
            at: string;
        };
        /** DraftIn */
        DraftIn: {
            /** Body */
            body: {
                [key: string]: unknown;
            };
        };
        /** DraftOut */
        DraftOut: {
            /** Id */
            id: number;
            /** Body */
            body: {
                [key: string]: unknown;
            };
            /** Name */
            name: string | null;
            /** Updated At */
            updated_at: string;
        };
        /** DraftsOut */
        DraftsOut: {
            /** Drafts */
            drafts: components["schemas"]["DraftOut"][];
        };
        /** EmptyOut */
        EmptyOut: {
            /**
             * Reason
             * @enum {string}
             */
            reason: "all_done" | "leased_by_others" | "answered_by_you" | "initializing" | "no_items";
            /** Message */
            message: string;
            /** Items */
            items: number;
        };
        /** ExportIn */
        ExportIn: {
            /** Format */
            format: string;
            /**
             * Columns
             * @default training
             */
            columns?: string;
            /**
             * Formula Safe
             * @default true
             */
            formula_safe?: boolean;
            /**
             * Label As
             * @default path
             */
            label_as?: string;
            /** States */
            states?: string[];
        };
        /** ExportOptions */
        ExportOptions: {
            /**
             * Columns
             * @enum {string}
             */
            columns: "training" | "all";
            /** Formula Safe */
            formula_safe: boolean;
            /**
             * Label As
             * @enum {string}
             */
            label_as: "path" | "leaf";
            /** States */
            states: string[];
        };
        /** ExportOut */
        ExportOut: {
            /** Id */
            id: number;
            /** Project Id */
            project_id: number;
            /** Format */
            format: string;
            options: components["schemas"]["ExportOptions"];
            /**
             * State
             * @enum {string}
             */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Rows */
            rows: number | null;
            /** Bytes */
            bytes: number | null;
            /** Sha256 */
            sha256: string | null;
            /** File Name */
            file_name: string | null;
            /** Created At */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Finished At */
            finished_at: string | null;
            /** Error */
            error: string | null;
            job: components["schemas"]["JobOut"] | null;
        };
        /** ExportPreviewOut */
        ExportPreviewOut: {
            /** Header */
            header: string[];
            /** Rows */
            rows: string[][];
            /** Total */
            total: number;
        };
        /** ExportsOut */
        ExportsOut: {
            /** Exports */
            exports: components["schemas"]["ExportOut"][];
        };
        /** FieldOut */
        FieldOut: {
            /** Name */
            name: string;
            /** Value */
            value: string;
        };
        /** FileOut */
        FileOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Bytes */
            bytes: number;
            /** Sha256 */
            sha256: string;
            /** Created At */
            created_at: string;
        };
        /** FileProblemOut */
        FileProblemOut: {
            /** File */
            file: string;
            /** Line */
            line: number | null;
            /** Column */
            column: string | null;
            /** Code */
            code: string;
            /** Message */
            message: string;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /** HourCount */
        HourCount: {
            /** At */
            at: string;
            /** Count */
            count: number;
        };
        /** ImportOut */
        ImportOut: {
            /** Files */
            files: number;
            /** Read */
            read: number;
            /** Added */
            added: number;
            /** Refused */
            refused: number;
            /** Blank Lines */
            blank_lines: number;
            /** Duplicates */
            duplicates: number | null;
        };
        /** InstructionsIn */
        InstructionsIn: {
            /** Markdown */
            markdown?: string | null;
            /** Link */
            link?: string | null;
        };
        /** InstructionsOut */
        InstructionsOut: {
            /** Version */
            version: number;
            /** Markdown */
            markdown: string;
            /** Link */
            link: string | null;
        };
        /** InvitationCreated */
        InvitationCreated: {
            invitation: components["schemas"]["InvitationOut"];
            /** Link */
            link: string;
        };
        /** InvitationIn */
        InvitationIn: {
            /** Email */
            email?: string | null;
            /** Role */
            role: string;
            /** Project Ids */
            project_ids?: number[];
        };
        /** InvitationOut */
        InvitationOut: {
            /** Id */
            id: number;
            /** Email */
            email: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "contributor" | "lead" | "reviewer" | "labeler";
            /** Projects */
            projects: components["schemas"]["ProjectNameOut"][];
            /** Invited By */
            invited_by: string;
            /** Created At */
            created_at: string;
            /** Expires At */
            expires_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "accepted" | "expired" | "revoked";
        };
        /** InvitationShown */
        InvitationShown: {
            /** Email */
            email: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "contributor" | "lead" | "reviewer" | "labeler";
            /** Projects */
            projects: components["schemas"]["ProjectNameOut"][];
            /** Invited By */
            invited_by: string;
            /** Expires At */
            expires_at: string;
        };
        /** InvitationsOut */
        InvitationsOut: {
            /** Invitations */
            invitations: components["schemas"]["InvitationOut"][];
        };
        /** ItemOut */
        ItemOut: {
            /** Id */
            id: number;
            /** Position */
            position: number;
            /**
             * State
             * @enum {string}
             */
            state: "unlabeled" | "in_progress" | "labeled" | "skipped" | "needs_review";
            /** Fields */
            fields: components["schemas"]["FieldOut"][];
            /** Text */
            text: string;
            final_label: components["schemas"]["ShownAnswer"] | null;
            /** Labelers */
            labelers: string[];
            /** Updated At */
            updated_at: string | null;
            source: components["schemas"]["ItemSource"];
        };
        /** ItemSource */
        ItemSource: {
            /** File */
            file: string;
            /** Row */
            row: number;
        };
        /** ItemsOut */
        ItemsOut: {
            /** Items */
            items: components["schemas"]["ItemOut"][];
            /** Next */
            next: number | null;
            /** Total */
            total: number | null;
        };
        /** JobOut */
        JobOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /**
             * State
             * @enum {string}
             */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** Done */
            done: number;
            /** Total */
            total: number | null;
            /** Note */
            note: string | null;
            /** Error */
            error: string | null;
            /** Rate */
            rate: number | null;
            /** Seconds Left */
            seconds_left: number | null;
            /** Waiting For Worker */
            waiting_for_worker: boolean;
            /** Created At */
            created_at: string;
            /** Started At */
            started_at: string | null;
            /** Finished At */
            finished_at: string | null;
        };
        /** JobsOut */
        JobsOut: {
            /** Jobs */
            jobs: components["schemas"]["JobOut"][];
        };
        /** LabelCount */
        LabelCount: {
            /** Label Id */
            label_id: number;
            /** Path */
            path: string;
            /** Color */
            color: string;
            /** Count */
            count: number;
        };
        /** LabelIn */
        LabelIn: {
            /** Name */
            name: string;
            /** Color */
            color?: string | null;
            /** Description */
            description?: string | null;
            /** Hotkey */
            hotkey?: string | null;
            /** Children */
            children?: (components["schemas"]["LabelIn"] | string)[];
        };
        /** LabelOut */
        LabelOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Path */
            path: string;
            /** Color */
            color: string;
            /** Description */
            description: string | null;
            /** Hotkey */
            hotkey: string | null;
            /** Parent Id */
            parent_id: number | null;
            /** Children */
            children: components["schemas"]["LabelOut"][];
        };
        /** LabelSetOut */
        LabelSetOut: {
            /** Version */
            version: number;
            /** Labels */
            labels: components["schemas"]["LabelOut"][];
        };
        /** LabelerCount */
        LabelerCount: {
            /** User Id */
            user_id: number;
            /** Name */
            name: string;
            /** Labeled */
            labeled: number;
            /** Skipped */
            skipped: number;
            /** Per Hour */
            per_hour: number | null;
            /** Last At */
            last_at: string | null;
        };
        /** LabelingOut */
        LabelingOut: {
            project: components["schemas"]["LabelingProjectOut"];
            label_set: components["schemas"]["LabelSetOut"];
            instructions: components["schemas"]["SeenInstructionsOut"];
            /** Text Columns */
            text_columns: string[];
            settings: components["schemas"]["QueueSettingsOut"];
            me: components["schemas"]["MyCountsOut"];
            /** Left */
            left: number;
            /** Recent */
            recent: components["schemas"]["DecisionOut"][];
        };
        /** LabelingProjectOut */
        LabelingProjectOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /**
             * Task Type
             * @enum {string}
             */
            task_type: "multiclass" | "multilabel" | "ner";
            /**
             * State
             * @enum {string}
             */
            state: "initializing" | "running" | "paused" | "failed" | "deleted";
            /** State Changed By */
            state_changed_by: string | null;
        };
        /** LeasesIn */
        LeasesIn: {
            /** Leases */
            leases: string[];
        };
        /** MyCountsOut */
        MyCountsOut: {
            /** Today */
            today: number;
            /** Total */
            total: number;
        };
        /** MyProjectOut */
        MyProjectOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /**
             * Task Type
             * @enum {string}
             */
            task_type: "multiclass" | "multilabel" | "ner";
            /**
             * State
             * @enum {string}
             */
            state: "initializing" | "running" | "paused" | "failed" | "deleted";
            /** Left */
            left: number;
            /** Mine Today */
            mine_today: number;
        };
        /** MyProjectsOut */
        MyProjectsOut: {
            /** Projects */
            projects: components["schemas"]["MyProjectOut"][];
        };
        /** NewTokenIn */
        NewTokenIn: {
            /** Name */
            name: string;
            /** Scopes */
            scopes?: string[];
            /** Expires In Days */
            expires_in_days?: number | null;
        };
        /** NotificationOut */
        NotificationOut: {
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Body */
            body: string;
            /** Project Id */
            project_id: number | null;
            /** Link */
            link: string | null;
            /** At */
            at: string;
            /** Read */
            read: boolean;
        };
        /** NotificationsOut */
        NotificationsOut: {
            /** Notifications */
            notifications: components["schemas"]["NotificationOut"][];
            /** Unread */
            unread: number;
        };
        /** PageOut */
        PageOut: {
            /** Kind */
            kind: string;
        };
        /** PeopleOut */
        PeopleOut: {
            /** People */
            people: components["schemas"]["PersonOut"][];
        };
        /** PersonChange */
        PersonChange: {
            /** Role */
            role?: string | null;
            /** Disabled */
            disabled?: boolean | null;
        };
        /** PersonOut */
        PersonOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Email */
            email: string;
            /** Role */
            role: ("owner" | "contributor" | "lead" | "reviewer" | "labeler") | null;
            /** Projects */
            projects: components["schemas"]["ProjectRoleOut"][];
            /** Disabled */
            disabled: boolean;
            /** Last Active At */
            last_active_at: string | null;
        };
        /** PreviewOut */
        PreviewOut: {
            /** Kind */
            kind: ("file" | "tabular") | null;
            /** Encoding */
            encoding: string;
            /** Encodings */
            encodings: string[];
            /** Delimiter */
            delimiter: string | null;
            /** Header */
            header: boolean | null;
            /** Columns */
            columns: components["schemas"]["ColumnOut"][];
            /** Rows */
            rows: string[][];
            /** Items */
            items: number | null;
            /** Items Exact */
            items_exact: boolean;
            /** Problems */
            problems: components["schemas"]["FileProblemOut"][];
        };
        /** ProblemOut */
        ProblemOut: {
            /** Field */
            field: string;
            /** Code */
            code: string;
            /** Message */
            message: string;
        };
        /** ProgressCounts */
        ProgressCounts: {
            /** Total */
            total: number;
            /** Labeled */
            labeled: number;
            /** Skipped */
            skipped: number;
            /** Needs Review */
            needs_review: number;
            /** Incomplete */
            incomplete: number;
        };
        /** ProgressOut */
        ProgressOut: {
            /** At */
            at: string;
            /** Total */
            total: number;
            /** Labeled */
            labeled: number;
            /** Skipped */
            skipped: number;
            /** Needs Review */
            needs_review: number;
            /** Incomplete */
            incomplete: number;
            /** Labels */
            labels: components["schemas"]["LabelCount"][];
            /** Labels Sum Note */
            labels_sum_note: string | null;
            /** None */
            none: number | null;
            /** Labelers */
            labelers: components["schemas"]["LabelerCount"][];
            /** Queue */
            queue: components["schemas"]["QueueCount"][];
            /** Activity */
            activity: components["schemas"]["HourCount"][];
            /** Per Hour */
            per_hour: number | null;
            /** Left Hours */
            left_hours: number | null;
        };
        /** ProjectChange */
        ProjectChange: {
            /** Description */
            description?: string | null;
            instructions?: components["schemas"]["InstructionsIn"] | null;
            /** Page Size */
            page_size?: number | null;
            /** Lease Minutes */
            lease_minutes?: number | null;
        };
        /** ProjectDetailOut */
        ProjectDetailOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Description */
            description: string;
            /**
             * Task Type
             * @enum {string}
             */
            task_type: "multiclass" | "multilabel" | "ner";
            /**
             * State
             * @enum {string}
             */
            state: "initializing" | "running" | "paused" | "failed" | "deleted";
            /** Paused */
            paused: boolean;
            /** State Reason */
            state_reason: string | null;
            /** State Changed By */
            state_changed_by: string | null;
            /** Created At */
            created_at: string;
            /** Updated At */
            updated_at: string;
            /** Created By */
            created_by: string;
            /** Owner */
            owner: string;
            /** My Role */
            my_role: ("owner" | "contributor" | "lead" | "reviewer" | "labeler") | null;
            /** Operations */
            operations: string[];
            progress: components["schemas"]["ProgressCounts"];
            /** Last Activity At */
            last_activity_at: string | null;
            /** Completed */
            completed: boolean;
            init_job: components["schemas"]["JobOut"] | null;
            dataset: components["schemas"]["DatasetRef"] | null;
            /** Text Columns */
            text_columns: string[];
            /** Id Column */
            id_column: string | null;
            /** Columns */
            columns: string[];
            /** Seed */
            seed: number;
            /** Page Size */
            page_size: number;
            /** Lease Minutes */
            lease_minutes: number;
            /** Label Set Version */
            label_set_version: number;
            instructions: components["schemas"]["InstructionsOut"];
            /** Max Items */
            max_items: number;
            /** Allow None */
            allow_none: boolean;
            /** Left Out */
            left_out: number;
            import: components["schemas"]["ImportOut"];
        };
        /**
         * ProjectDraftIn
         * @description A project as far as it is known; the one validation says what is missing.
         */
        ProjectDraftIn: {
            /** Name */
            name?: string | null;
            /** Description */
            description?: string | null;
            /** Task Type */
            task_type?: string | null;
            /** Dataset Id */
            dataset_id?: number | null;
            /** Text Columns */
            text_columns?: string[] | null;
            /** Id Column */
            id_column?: string | null;
            reading?: components["schemas"]["ReadingIn"] | null;
            /** Labels */
            labels?: (components["schemas"]["LabelIn"] | string)[] | null;
            instructions?: components["schemas"]["InstructionsIn"] | null;
            /** Page Size */
            page_size?: number | null;
            /** Lease Minutes */
            lease_minutes?: number | null;
            /** Max Items */
            max_items?: number | null;
            /**
             * Allow None
             * @description multilabel: whether the empty set is an answer; default true.
             */
            allow_none?: boolean | null;
            /** Draft Id */
            draft_id?: number | null;
        };
        /** ProjectNameOut */
        ProjectNameOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /** ProjectOut */
        ProjectOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Description */
            description: string;
            /**
             * Task Type
             * @enum {string}
             */
            task_type: "multiclass" | "multilabel" | "ner";
            /**
             * State
             * @enum {string}
             */
            state: "initializing" | "running" | "paused" | "failed" | "deleted";
            /** Paused */
            paused: boolean;
            /** State Reason */
            state_reason: string | null;
            /** State Changed By */
            state_changed_by: string | null;
            /** Created At */
            created_at: string;
            /** Updated At */
            updated_at: string;
            /** Created By */
            created_by: string;
            /** Owner */
            owner: string;
            /** My Role */
            my_role: ("owner" | "contributor" | "lead" | "reviewer" | "labeler") | null;
            /** Operations */
            operations: string[];
            progress: components["schemas"]["ProgressCounts"];
            /** Last Activity At */
            last_activity_at: string | null;
            /** Completed */
            completed: boolean;
            init_job: components["schemas"]["JobOut"] | null;
        };
        /** ProjectRoleOut */
        ProjectRoleOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "contributor" | "lead" | "reviewer" | "labeler";
        };
        /** ProjectsOut */
        ProjectsOut: {
            /** Projects */
            projects: components["schemas"]["ProjectOut"][];
        };
        /** QueueCount */
        QueueCount: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "manual";
            /** Tasks */
            tasks: number;
            /** Items */
            items: number;
        };
        /** QueueSettingsOut */
        QueueSettingsOut: {
            /** Page Size */
            page_size: number;
            /** Lease Minutes */
            lease_minutes: number;
            /** Allow None */
            allow_none: boolean;
        };
        /** ReadIn */
        ReadIn: {
            /** Up To */
            up_to: number;
        };
        /** ReadingIn */
        ReadingIn: {
            /** Delimiter */
            delimiter?: string | null;
            /** Header */
            header?: boolean | null;
            /** Encoding */
            encoding?: string | null;
        };
        /** RefusedOut */
        RefusedOut: {
            /** Rows */
            rows: components["schemas"]["RefusedRowOut"][];
            /** Next */
            next: number | null;
            /** Total */
            total: number;
        };
        /** RefusedRowOut */
        RefusedRowOut: {
            /** Id */
            id: number;
            /** File */
            file: string;
            /** Line */
            line: number | null;
            /** Column */
            column: string | null;
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Warning */
            warning: boolean;
        };
        /** RenewOut */
        RenewOut: {
            /** Expires At */
            expires_at: string;
            /** Lost */
            lost: string[];
        };
        /** SeenIn */
        SeenIn: {
            /** Version */
            version: number;
        };
        /** SeenInstructionsOut */
        SeenInstructionsOut: {
            /** Version */
            version: number;
            /** Markdown */
            markdown: string;
            /** Link */
            link: string | null;
            /** Seen Version */
            seen_version: number | null;
        };
        /** SessionOut */
        SessionOut: {
            /**
             * State
             * @enum {string}
             */
            state: "setup" | "signed_out" | "signed_in";
            /** Version */
            version: string;
            user: components["schemas"]["UserOut"] | null;
            /** Worker Alive */
            worker_alive: boolean;
            /** Storage Problem */
            storage_problem: string | null;
        };
        /** SetUpIn */
        SetUpIn: {
            /** Token */
            token: string;
            /** Name */
            name: string;
            /** Email */
            email: string;
            /** Password */
            password: string;
        };
        /** ShownAnswer */
        ShownAnswer: {
            /** Labels */
            labels: components["schemas"]["ShownLabel"][];
        };
        /** ShownLabel */
        ShownLabel: {
            /** Id */
            id: number;
            /** Path */
            path: string;
            /** Color */
            color: string;
        };
        /** SignInIn */
        SignInIn: {
            /** Email */
            email: string;
            /** Password */
            password: string;
        };
        /** SkipIn */
        SkipIn: {
            /**
             * Submission Id
             * @description A UUID the client makes.
             */
            submission_id: string;
            /** Item Id */
            item_id: number;
            /** Lease */
            lease?: string | null;
            /** Replaces */
            replaces?: string | null;
            /** Active Ms */
            active_ms?: number | null;
            /** Input */
            input?: ("key" | "pointer" | "touch" | "api") | null;
            /** Client Seq */
            client_seq?: number | null;
            /** Reason */
            reason?: string | null;
        };
        /** TaskOut */
        TaskOut: {
            /** Item Id */
            item_id: number;
            /** Lease */
            lease: string;
            /** Expires At */
            expires_at: string;
            /** Position */
            position: number;
            /** Fields */
            fields: components["schemas"]["FieldOut"][];
            /** Prelabel */
            prelabel?: null;
            current?: components["schemas"]["CurrentAnswer"] | null;
        };
        /** TokenCreated */
        TokenCreated: {
            token: components["schemas"]["TokenOut"];
            /** Secret */
            secret: string;
        };
        /** TokenIn */
        TokenIn: {
            /** Token */
            token: string;
        };
        /** TokenOut */
        TokenOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Scopes */
            scopes: string[];
            /** Created At */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Last Used At */
            last_used_at: string | null;
        };
        /** TokensOut */
        TokensOut: {
            /** Tokens */
            tokens: components["schemas"]["TokenOut"][];
        };
        /** UserOut */
        UserOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Email */
            email: string;
            /** Role */
            role: ("owner" | "contributor" | "lead" | "reviewer" | "labeler") | null;
            /** Operations */
            operations: string[];
            /** Labeler Only */
            labeler_only: boolean;
        };
        /** ValidationError */
        ValidationError: {
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
            /** Input */
            input?: unknown;
            /** Context */
            ctx?: Record<string, never>;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    set_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUpIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleOut"];
                };
            };
        };
    };
    change_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_invitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationsOut"];
                };
            };
        };
    };
    create_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationCreated"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    revoke_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    show_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationShown"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    accept_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensOut"];
                };
            };
        };
    };
    create_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTokenIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenCreated"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    delete_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    submit_annotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnotationIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    submit_skip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_labeling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelingOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_my_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
                item_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_my_projects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyProjectsOut"];
                };
            };
        };
    };
    see_instructions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeenIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_progress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgressOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_datasets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetsOut"];
                };
            };
        };
    };
    create_dataset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasetIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_dataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    delete_dataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    upload_file: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    delete_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
                file_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    preview_dataset: {
        parameters: {
            query?: {
                delimiter?: string | null;
                header?: boolean | null;
                encoding?: string | null;
            };
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    watch: {
        parameters: {
            query?: {
                projects?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_exports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    start_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    preview_export: {
        parameters: {
            query?: {
                format?: string;
                columns?: string;
                label_as?: string;
                formula_safe?: boolean;
            };
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPreviewOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_manifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    download_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_jobs: {
        parameters: {
            query?: {
                project_id?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    cancel_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationsOut"];
                };
            };
        };
    };
    read_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    claim_tasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    renew_tasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeasesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenewOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    release_tasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeasesIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_items: {
        parameters: {
            query?: {
                state?: string | null;
                after?: number | null;
                limit?: number;
            };
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_openapi_document: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    list_projects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectsOut"];
                };
            };
        };
    };
    create_project: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectDraftIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetailOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    check_project: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectDraftIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetailOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    delete_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetailOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pause_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetailOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    resume_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetailOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retry_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetailOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    restore_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetailOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    duplicate_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_labels: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelSetOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_refused: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    download_refused: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_drafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftsOut"];
                };
            };
        };
    };
    create_draft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    put_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    delete_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    make_samples: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectsOut"];
                };
            };
        };
    };
}
