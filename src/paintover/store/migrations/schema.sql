-- Made from the migrations by `python -m paintover.store.migrations`; do not edit.
CREATE TABLE alembic_version ( version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) );
CREATE TABLE generations ( owner TEXT NOT NULL, gen_id TEXT NOT NULL, origin TEXT NOT NULL, created_at BIGINT NOT NULL, ratio_width INTEGER NOT NULL, ratio_height INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, media_type TEXT NOT NULL, digest TEXT NOT NULL, byte_length BIGINT NOT NULL, path TEXT NOT NULL, prompt TEXT NOT NULL, task_id TEXT, batch_index INTEGER NOT NULL, engine TEXT, engine_version TEXT, seed TEXT, scene TEXT, notes TEXT NOT NULL, origin_url TEXT, PRIMARY KEY (owner, gen_id), UNIQUE (path) );
CREATE TABLE generation_sources ( owner TEXT NOT NULL, gen_id TEXT NOT NULL, position INTEGER NOT NULL, source TEXT NOT NULL, PRIMARY KEY (owner, gen_id, position), FOREIGN KEY(owner, gen_id) REFERENCES generations (owner, gen_id) ON DELETE CASCADE ) WITHOUT ROWID;
CREATE TABLE tasks ( task_id TEXT NOT NULL, owner TEXT NOT NULL, state TEXT NOT NULL, engine TEXT NOT NULL, language TEXT NOT NULL, call TEXT NOT NULL, trail TEXT NOT NULL, evidence TEXT, progress INTEGER NOT NULL, gen_ids TEXT NOT NULL, attempts INTEGER NOT NULL, created_at BIGINT NOT NULL, started_at BIGINT, finished_at BIGINT, error_code TEXT, error_message TEXT, PRIMARY KEY (task_id) );
CREATE TABLE keys ( id TEXT NOT NULL, name TEXT NOT NULL, hmac BLOB NOT NULL, created_at BIGINT NOT NULL, revoked_at BIGINT, PRIMARY KEY (id), UNIQUE (hmac) );
CREATE INDEX generations_by_time ON generations (owner, created_at, gen_id);
CREATE INDEX generations_by_digest ON generations (owner, digest);
CREATE INDEX generations_by_origin_url ON generations (owner, origin_url) WHERE origin_url IS NOT NULL;
CREATE INDEX generations_by_source ON generation_sources (owner, source);
CREATE INDEX tasks_by_time ON tasks (owner, created_at, task_id);
CREATE INDEX tasks_unfinished ON tasks (created_at, task_id) WHERE state IN ('queued', 'running');
