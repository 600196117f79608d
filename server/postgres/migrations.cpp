// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/migrations.h"

#include <array>

namespace madoguchi::server {

namespace {

// Names are those of the embedded store where a table is the same, so that server/verify reads both. Texts
// sort by their bytes, as std::string does: the order of locks rests on it.
constexpr const char* kFoundation = R"sql(
CREATE TABLE epoch(
  one boolean PRIMARY KEY DEFAULT true CHECK(one),
  value text NOT NULL,
  database oid NOT NULL);

CREATE TABLE scope(
  id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  name text COLLATE "C" NOT NULL UNIQUE,
  seq bigint NOT NULL DEFAULT 0,
  count bigint NOT NULL DEFAULT 0 CHECK(count >= 0),
  hash text NOT NULL DEFAULT '') WITH (fillfactor = 40);

CREATE TABLE number_series(name text COLLATE "C" PRIMARY KEY, last bigint NOT NULL) WITH (fillfactor = 60);
CREATE TABLE number_directory(
  number text COLLATE "C" PRIMARY KEY,
  case_id text COLLATE "C" NOT NULL,
  UNIQUE(number, case_id));

-- Nobody approves a draft of their own, and nobody acts twice in one route. Invoker's schema, no look-ups:
-- the answer depends on the text alone.
CREATE FUNCTION route_is_sound(state text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT count(*) = count(DISTINCT stage ->> 'by')
         AND count(*) FILTER (WHERE stage ->> 'by' = state::json #>> '{draft,author}') = 0
  FROM json_array_elements(state::json -> 'route') stage WHERE stage ->> 'by' IS NOT NULL
$$;

-- Ids are unique over all partitions by the directory.
CREATE TABLE case_directory(id text COLLATE "C" PRIMARY KEY, home_office text COLLATE "C" NOT NULL);
CREATE TABLE case_row(
  id text COLLATE "C" NOT NULL,
  home_office text COLLATE "C" NOT NULL,
  scope integer NOT NULL REFERENCES scope(id),
  seq bigint NOT NULL CHECK(seq > 0),
  version bigint NOT NULL CHECK(version > 0),
  digest text NOT NULL,
  state text COMPRESSION lz4 NOT NULL,
  timeline text COMPRESSION lz4 NOT NULL,
  bytes integer GENERATED ALWAYS AS (octet_length(state) + octet_length(timeline)) STORED,
  number text COLLATE "C" GENERATED ALWAYS AS (state::json ->> 'number') STORED,
  decision text COLLATE "C" GENERATED ALWAYS AS (state::json ->> 'decision') STORED,
  document_number text COLLATE "C"
    GENERATED ALWAYS AS (state::json #>> '{decision,documentNumber}') STORED,
  PRIMARY KEY(home_office, id),
  CONSTRAINT route_is_sound CHECK(route_is_sound(state)),
  CONSTRAINT number_is_entered FOREIGN KEY(number, id) REFERENCES number_directory(number, case_id),
  CONSTRAINT document_number_is_entered
    FOREIGN KEY(document_number, id) REFERENCES number_directory(number, case_id)
) PARTITION BY HASH (home_office);
DO $$
BEGIN
  FOR part IN 0..15 LOOP
    EXECUTE format('CREATE TABLE case_row_%s PARTITION OF case_row '
                   'FOR VALUES WITH (MODULUS 16, REMAINDER %s) WITH (fillfactor = 80)', part, part);
  END LOOP;
END $$;
CREATE INDEX case_by_seq ON case_row(scope, seq);
CREATE INDEX case_by_id ON case_row(scope, id);

CREATE TABLE gone(
  scope integer NOT NULL REFERENCES scope(id),
  case_id text COLLATE "C" NOT NULL,
  seq bigint NOT NULL CHECK(seq > 0),
  reason text NOT NULL,
  PRIMARY KEY(scope, case_id));
CREATE UNIQUE INDEX gone_by_seq ON gone(scope, seq);

CREATE TABLE reference_row(
  scope integer NOT NULL REFERENCES scope(id),
  entity text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  seq bigint NOT NULL CHECK(seq > 0),
  version bigint NOT NULL,
  digest text NOT NULL,
  document text COMPRESSION lz4 NOT NULL,
  PRIMARY KEY(scope, entity, key));
CREATE UNIQUE INDEX reference_by_seq ON reference_row(scope, seq);

-- A row without an answer is taken by a transaction that still runs.
CREATE TABLE applied(
  command text COLLATE "C" PRIMARY KEY,
  user_id text,
  device text,
  device_seq bigint,
  payload_hash text,
  answer text,
  at bigint) WITH (fillfactor = 60);

CREATE TABLE audit_chain(
  chain text COLLATE "C" PRIMARY KEY,
  number bigint NOT NULL CHECK(number > 0),
  hash text NOT NULL) WITH (fillfactor = 40);
CREATE TABLE audit(
  chain text COLLATE "C" NOT NULL,
  number bigint NOT NULL CHECK(number > 0),
  record text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY(chain, number));
CREATE TABLE desk_row(id text COLLATE "C" PRIMARY KEY, chain text NOT NULL, number bigint NOT NULL);

CREATE TABLE account(
  id text COLLATE "C" PRIMARY KEY,
  login text COLLATE "C" NOT NULL UNIQUE,
  person text NOT NULL,
  grants text NOT NULL,
  password_hash text NOT NULL);
CREATE TABLE session(
  token_hash text COLLATE "C" PRIMARY KEY,
  user_id text COLLATE "C" NOT NULL REFERENCES account(id),
  device text NOT NULL,
  expires_at bigint NOT NULL);
CREATE INDEX session_by_user ON session(user_id);
CREATE INDEX session_by_expiry ON session(expires_at);
CREATE TABLE device(
  id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL REFERENCES account(id),
  name text NOT NULL,
  client text NOT NULL,
  first_seen bigint NOT NULL,
  last_seen bigint NOT NULL,
  revoked boolean NOT NULL,
  PRIMARY KEY(id, user_id));
CREATE TABLE attempts(
  login_hash text COLLATE "C" PRIMARY KEY, failures bigint NOT NULL, until bigint NOT NULL);
CREATE INDEX attempts_by_until ON attempts(until);
CREATE TABLE intake_key(key_hash text COLLATE "C" PRIMARY KEY, name text NOT NULL, office text NOT NULL);

CREATE TABLE blob(
  id text COLLATE "C" PRIMARY KEY, size bigint NOT NULL, uploaded_by text NOT NULL, at bigint NOT NULL);
CREATE TABLE blob_case(
  blob text COLLATE "C" NOT NULL, case_id text COLLATE "C" NOT NULL, PRIMARY KEY(blob, case_id));
)sql";

// Triggers check and never stamp: a deferred one that stamped was quadratic and deadlocked. Those with a WHEN
// cost nothing while all is well.
constexpr const char* kChecks = R"sql(
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME,
    CONSTRAINT = TG_NAME, MESSAGE = 'refused';
END $$;
CREATE FUNCTION refuse_unstamped() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM madoguchi.scope s WHERE s.id = NEW.scope AND s.seq >= NEW.seq) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME,
      CONSTRAINT = TG_NAME, MESSAGE = 'a row is ahead of its counter';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER case_is_counted AFTER INSERT OR UPDATE ON case_row
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unstamped();
CREATE CONSTRAINT TRIGGER gone_is_counted AFTER INSERT OR UPDATE ON gone
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unstamped();
CREATE CONSTRAINT TRIGGER reference_is_counted AFTER INSERT OR UPDATE ON reference_row
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unstamped();

CREATE TRIGGER case_is_stamped AFTER UPDATE ON case_row FOR EACH ROW
  WHEN (NEW.scope = OLD.scope AND NEW.seq <= OLD.seq OR NEW.version <= OLD.version)
  EXECUTE FUNCTION refuse();
-- Before, because a row that changes its partition is deleted and inserted and never "after" an update.
CREATE TRIGGER home_office_stays BEFORE UPDATE ON case_row FOR EACH ROW
  WHEN (NEW.home_office <> OLD.home_office OR NEW.id <> OLD.id) EXECUTE FUNCTION refuse();
CREATE TRIGGER decision_stays AFTER UPDATE ON case_row FOR EACH ROW
  WHEN (OLD.decision IS NOT NULL AND NEW.decision IS DISTINCT FROM OLD.decision)
  EXECUTE FUNCTION refuse();
CREATE TRIGGER number_stays AFTER UPDATE ON case_row FOR EACH ROW
  WHEN (OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number) EXECUTE FUNCTION refuse();
CREATE TRIGGER reference_is_stamped AFTER UPDATE ON reference_row FOR EACH ROW
  WHEN (NEW.seq <= OLD.seq OR NEW.version <= OLD.version) EXECUTE FUNCTION refuse();
CREATE TRIGGER counter_grows AFTER UPDATE ON scope FOR EACH ROW
  WHEN (NEW.seq < OLD.seq OR NEW.name <> OLD.name) EXECUTE FUNCTION refuse();

CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION refuse();
CREATE TRIGGER audit_grows AFTER UPDATE ON audit_chain FOR EACH ROW
  WHEN (NEW.number < OLD.number OR NEW.chain <> OLD.chain) EXECUTE FUNCTION refuse();
)sql";

constexpr const char* kDevices = R"sql(
ALTER TABLE device
  ADD COLUMN lease_secret text NOT NULL DEFAULT '',
  ADD COLUMN lease_next text NOT NULL DEFAULT '',
  ADD COLUMN lease_until bigint NOT NULL DEFAULT 0,
  ADD COLUMN granted_until bigint NOT NULL DEFAULT 0,
  ADD COLUMN seal_key text NOT NULL DEFAULT '',
  ADD COLUMN scopes text NOT NULL DEFAULT '[]';
)sql";

// What the rules promise, said once more where no program can pass it by.
constexpr const char* kInvariants = R"sql(
-- Parsed once for all questions, hence OFFSET 0. A decision is that of the draft which stands beside it.
CREATE OR REPLACE FUNCTION route_is_sound(state text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(parsed.j #>> '{decision,draftVersion}' = parsed.j #>> '{draft,version}', true) AND (
    SELECT count(*) = count(DISTINCT stage ->> 'by')
           AND count(*) FILTER (WHERE stage ->> 'by' = parsed.j #>> '{draft,author}') = 0
    FROM json_array_elements(parsed.j -> 'route') stage WHERE stage ->> 'by' IS NOT NULL)
  FROM (SELECT state::json AS j OFFSET 0) parsed
$$;

-- Whoever holds a case works in its office or one above, or was let into one of these. Asked when a case
-- changes hands or moves, not when somebody moves away from it.
ALTER TABLE case_row
  ADD COLUMN office text COLLATE "C" GENERATED ALWAYS AS (state::json ->> 'office') STORED,
  ADD COLUMN holder text COLLATE "C" GENERATED ALWAYS AS (state::json ->> 'holder') STORED;
CREATE FUNCTION refuse_foreign_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    WITH RECURSIVE above(office) AS (
      SELECT NEW.office
      UNION
      SELECT (r.document::json ->> 'parent') COLLATE "C" FROM above JOIN madoguchi.reference_row r
        ON r.scope = (SELECT s.id FROM madoguchi.scope s WHERE s.name = 'global')
          AND r.entity = 'office' AND r.key = above.office
      WHERE r.document <> '')
    SELECT FROM madoguchi.account a, above WHERE a.id = NEW.holder AND (
      a.person::json ->> 'office' = above.office OR EXISTS (
        SELECT FROM json_array_elements(a.grants::json) g WHERE g ->> 'office' = above.office)))
  THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME,
      CONSTRAINT = TG_NAME, MESSAGE = 'the holder is of another office';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER new_holder_is_of_the_office AFTER INSERT ON case_row FOR EACH ROW
  WHEN (NEW.holder IS NOT NULL) EXECUTE FUNCTION refuse_foreign_holder();
CREATE TRIGGER holder_is_of_the_office AFTER UPDATE ON case_row FOR EACH ROW
  WHEN (NEW.holder IS NOT NULL AND (NEW.holder IS DISTINCT FROM OLD.holder OR NEW.office <> OLD.office))
  EXECUTE FUNCTION refuse_foreign_holder();

-- An answer that was given stays: it is what keeps a command from being applied twice.
CREATE TRIGGER answer_stays BEFORE UPDATE ON applied FOR EACH ROW
  WHEN (OLD.answer IS NOT NULL) EXECUTE FUNCTION refuse();
CREATE TRIGGER answer_is_kept BEFORE DELETE ON applied FOR EACH ROW
  WHEN (OLD.answer IS NOT NULL) EXECUTE FUNCTION refuse();

-- How often a command failed inside the server, counted outside of the transaction that failed.
CREATE TABLE failing_command(command text COLLATE "C" PRIMARY KEY, times bigint NOT NULL);
)sql";

// The contents that a case names, for when it is destroyed.
constexpr const char* kContents = R"sql(
CREATE INDEX blob_case_by_case ON blob_case(case_id);
)sql";

constexpr std::array kMigrations = {kFoundation, kChecks, kDevices, kInvariants, kContents};

} // namespace

std::span<const char* const> postgresMigrations() {
  return kMigrations;
}

} // namespace madoguchi::server
