-- Made from the migrations by `python -m paintover.store.migrations`; do not edit.
CREATE TABLE alembic_version ( version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) );
CREATE TABLE generations ( owner TEXT NOT NULL, gen_id TEXT NOT NULL, origin TEXT NOT NULL, created_at BIGINT NOT NULL, ratio_width INTEGER NOT NULL, ratio_height INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, media_type TEXT NOT NULL, digest TEXT NOT NULL, byte_length BIGINT NOT NULL, path TEXT NOT NULL, prompt TEXT NOT NULL, task_id TEXT, batch_index INTEGER NOT NULL, engine TEXT, engine_version TEXT, seed TEXT, scene TEXT, notes TEXT NOT NULL, origin_url TEXT, PRIMARY KEY (owner, gen_id), UNIQUE (path) );
CREATE TABLE generation_sources ( owner TEXT NOT NULL, gen_id TEXT NOT NULL, position INTEGER NOT NULL, source TEXT NOT NULL, PRIMARY KEY (owner, gen_id, position), FOREIGN KEY(owner, gen_id) REFERENCES generations (owner, gen_id) ON DELETE CASCADE ) WITHOUT ROWID;
CREATE TABLE tasks ( task_id TEXT NOT NULL, owner TEXT NOT NULL, state TEXT NOT NULL, engine TEXT NOT NULL, language TEXT NOT NULL, call TEXT NOT NULL, trail TEXT NOT NULL, evidence TEXT, progress INTEGER NOT NULL, gen_ids TEXT NOT NULL, attempts INTEGER NOT NULL, created_at BIGINT NOT NULL, started_at BIGINT, finished_at BIGINT, error_code TEXT, error_message TEXT, model TEXT DEFAULT '' NOT NULL, priority INTEGER DEFAULT '0' NOT NULL, body_digest TEXT, delivered_at BIGINT, webhook TEXT, PRIMARY KEY (task_id) );
CREATE TABLE keys ( id TEXT NOT NULL, name TEXT NOT NULL, hmac BLOB NOT NULL, created_at BIGINT NOT NULL, revoked_at BIGINT, webhook TEXT, PRIMARY KEY (id), UNIQUE (hmac) );
CREATE TABLE task_events ( task_id TEXT NOT NULL, number INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (task_id, number) ) WITHOUT ROWID;
CREATE TABLE idempotency_keys ( owner TEXT NOT NULL, "key" TEXT NOT NULL, body_digest TEXT NOT NULL, task_id TEXT NOT NULL, created_at BIGINT NOT NULL, PRIMARY KEY (owner, "key") ) WITHOUT ROWID;
CREATE TABLE webhook_deliveries ( id TEXT NOT NULL, task_id TEXT NOT NULL, owner TEXT NOT NULL, url TEXT NOT NULL, secret TEXT NOT NULL, attempts INTEGER NOT NULL, due_at BIGINT, delivered_at BIGINT, PRIMARY KEY (id) );
CREATE INDEX generations_by_time ON generations (owner, created_at, gen_id);
CREATE INDEX generations_by_origin_url ON generations (owner, origin_url) WHERE origin_url IS NOT NULL;
CREATE INDEX generations_by_source ON generation_sources (owner, source);
CREATE INDEX tasks_by_time ON tasks (owner, created_at, task_id);
CREATE INDEX tasks_unfinished ON tasks (created_at, task_id) WHERE state IN ('queued', 'running');
CREATE INDEX tasks_undelivered ON tasks (owner, body_digest, created_at) WHERE body_digest IS NOT NULL AND delivered_at IS NULL;
CREATE INDEX generations_by_digest ON generations (digest, owner);
CREATE UNIQUE INDEX generations_by_task ON generations (task_id, batch_index) WHERE task_id IS NOT NULL;
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (created_at);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due_at) WHERE due_at IS NOT NULL;
