-- Calls to a model that people asked for, to have a draft in other words.
ALTER TABLE triage ADD COLUMN rewrites smallint NOT NULL DEFAULT 0;
