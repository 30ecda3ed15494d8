// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/schema.h"

namespace rapport::hub
{

namespace
{

// seq: one monotone counter (meta 'seq') over everything that devices page through. Times are UTC ISO texts.
constexpr const char* version1 = R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta(name, value) VALUES('seq', '0'), ('epoch', lower(hex(randomblob(8)))), ('connectors', '0');

CREATE TABLE device(
    id TEXT PRIMARY KEY, name TEXT NOT NULL, token_hash BLOB NOT NULL UNIQUE, created_at TEXT NOT NULL, revoked_at TEXT) WITHOUT ROWID;
CREATE TABLE occasion(id TEXT PRIMARY KEY, version INTEGER NOT NULL, document BLOB NOT NULL);
CREATE TABLE form(
    id TEXT NOT NULL, version TEXT NOT NULL, title TEXT NOT NULL, hash TEXT NOT NULL, xml BLOB NOT NULL, published_at TEXT NOT NULL,
    live INTEGER NOT NULL DEFAULT 1, PRIMARY KEY(id, version));

CREATE TABLE entity(
    list TEXT NOT NULL, id TEXT NOT NULL, label TEXT NOT NULL, version INTEGER NOT NULL, properties TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0, seq INTEGER NOT NULL, PRIMARY KEY(list, id)) WITHOUT ROWID;
CREATE INDEX entity_seq ON entity(list, seq);
CREATE TABLE entity_history(
    list TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, base_version INTEGER, label TEXT NOT NULL, properties TEXT NOT NULL,
    source TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX entity_history_id ON entity_history(list, id);

CREATE TABLE submission(
    instance_id TEXT PRIMARY KEY, form_id TEXT NOT NULL, form_version TEXT NOT NULL, device_id TEXT NOT NULL, author TEXT NOT NULL,
    instance_name TEXT NOT NULL, xml_hash BLOB NOT NULL, xml BLOB NOT NULL, received_at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE submission_file(
    instance_id TEXT NOT NULL REFERENCES submission(instance_id), name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    PRIMARY KEY(instance_id, name)) WITHOUT ROWID;

CREATE TABLE connector(id TEXT PRIMARY KEY, type TEXT NOT NULL, title TEXT NOT NULL, sealed BLOB NOT NULL);
CREATE TABLE job(
    id TEXT PRIMARY KEY, instance_id TEXT NOT NULL REFERENCES submission(instance_id), target TEXT NOT NULL, kind TEXT NOT NULL,
    list TEXT NOT NULL DEFAULT '', entity_id TEXT NOT NULL DEFAULT '', state TEXT NOT NULL CHECK(state IN ('waiting','confirmed','needs_you')),
    attempting INTEGER NOT NULL DEFAULT 0, outcome_unknown INTEGER NOT NULL DEFAULT 0, unknown_until TEXT NOT NULL DEFAULT '', attempts INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL, next_at TEXT NOT NULL, reference TEXT NOT NULL DEFAULT '', sentence TEXT NOT NULL DEFAULT '', error TEXT NOT NULL DEFAULT '');
CREATE INDEX job_due ON job(target, state, next_at);
CREATE INDEX job_submission ON job(instance_id, target);
CREATE INDEX job_entity ON job(target, list, entity_id);
CREATE TABLE job_after(job_id TEXT NOT NULL REFERENCES job(id), after_id TEXT NOT NULL, PRIMARY KEY(job_id, after_id)) WITHOUT ROWID;
CREATE TABLE remote_ref(target TEXT NOT NULL, list TEXT NOT NULL, entity_id TEXT NOT NULL, ref TEXT NOT NULL, PRIMARY KEY(target, list, entity_id)) WITHOUT ROWID;
CREATE TABLE receipt(
    instance_id TEXT NOT NULL, target TEXT NOT NULL, device_id TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL, reference TEXT NOT NULL,
    sentence TEXT NOT NULL, at TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(instance_id, target)) WITHOUT ROWID;
CREATE INDEX receipt_seq ON receipt(device_id, seq);
)sql";

// Enrolment: a device may hold a key of its own and a token that ends; a device without key was added by hand, its token stands until revoked.
constexpr const char* version2 = R"sql(
ALTER TABLE device ADD COLUMN public_key BLOB;
ALTER TABLE device ADD COLUMN token_expires_at TEXT;
ALTER TABLE device ADD COLUMN challenge BLOB;
ALTER TABLE device ADD COLUMN challenge_until TEXT;
ALTER TABLE device ADD COLUMN last_seen_at TEXT;
CREATE TABLE invitation(
    code_hash BLOB PRIMARY KEY, name TEXT NOT NULL, created_at TEXT NOT NULL, expires_at TEXT NOT NULL,
    device_id TEXT REFERENCES device(id)) WITHOUT ROWID;
)sql";

// Pulls: where each list of each target stands, and which entity a remote object is. pushed_at: when we last wrote it there.
constexpr const char* version3 = R"sql(
ALTER TABLE remote_ref ADD COLUMN pushed_at TEXT NOT NULL DEFAULT '';
CREATE INDEX remote_ref_object ON remote_ref(target, ref);
CREATE TABLE pull(
    target TEXT NOT NULL, list TEXT NOT NULL, cursor BLOB NOT NULL DEFAULT x'', next_at TEXT NOT NULL DEFAULT '', attempts INTEGER NOT NULL DEFAULT 0,
    pulled_at TEXT NOT NULL DEFAULT '', error TEXT NOT NULL DEFAULT '', PRIMARY KEY(target, list)) WITHOUT ROWID;
)sql";

// The bodies of records in the order in which they came, so that one more is written where the one before was; submission.xml stays empty.
constexpr const char* version4 = R"sql(
CREATE TABLE record(id INTEGER PRIMARY KEY, xml BLOB NOT NULL);
ALTER TABLE submission ADD COLUMN record INTEGER REFERENCES record(id);
INSERT INTO record(id, xml) SELECT row_number() OVER (ORDER BY received_at, instance_id), xml FROM submission;
UPDATE submission SET record = o.number, xml = x''
    FROM (SELECT instance_id, row_number() OVER (ORDER BY received_at, instance_id) AS number FROM submission) o WHERE o.instance_id = submission.instance_id;
)sql";

// Records that correct others: which one, and the first of them (empty: itself).
constexpr const char* version5 = R"sql(
ALTER TABLE submission ADD COLUMN deprecated_id TEXT NOT NULL DEFAULT '';
ALTER TABLE submission ADD COLUMN first_id TEXT NOT NULL DEFAULT '';
CREATE INDEX submission_deprecated ON submission(deprecated_id) WHERE deprecated_id <> '';
)sql";

// The files of forms, among the blobs.
constexpr const char* version6 = R"sql(
CREATE TABLE form_file(
    form_id TEXT NOT NULL, form_version TEXT NOT NULL, name TEXT NOT NULL, md5 TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    PRIMARY KEY(form_id, form_version, name), FOREIGN KEY(form_id, form_version) REFERENCES form(id, version)) WITHOUT ROWID;
)sql";

// Who works with the devices, and drafts that lie here between two people (drafts.h). `head`: wire::HandOver as JSON; it and `record` are emptied
// when the draft is kept or withdrawn.
constexpr const char* version7 = R"sql(
CREATE TABLE user(id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, created_at TEXT NOT NULL) WITHOUT ROWID;
ALTER TABLE device ADD COLUMN user_id TEXT NOT NULL DEFAULT '';
CREATE TABLE draft(
    id TEXT PRIMARY KEY, state TEXT NOT NULL CHECK(state IN ('offered','taken','kept','withdrawn')), from_device TEXT NOT NULL,
    from_user TEXT NOT NULL DEFAULT '', to_user TEXT NOT NULL DEFAULT '', taken_by TEXT NOT NULL DEFAULT '', instance_id TEXT NOT NULL DEFAULT '',
    job_id TEXT NOT NULL DEFAULT '', head TEXT NOT NULL DEFAULT '', record BLOB NOT NULL DEFAULT x'', record_hash BLOB NOT NULL DEFAULT x'',
    given_at TEXT NOT NULL, changed_at TEXT NOT NULL);
CREATE INDEX draft_instance ON draft(instance_id) WHERE instance_id <> '';
)sql";

// Who made which version with which device, what is decided about properties, and what two have changed without knowing of each other.
constexpr const char* version8 = R"sql(
ALTER TABLE entity_history ADD COLUMN device_id TEXT NOT NULL DEFAULT '';
UPDATE entity_history SET device_id = ifnull((SELECT device_id FROM submission WHERE instance_id = source), '');
CREATE TABLE list_policy(
    list TEXT NOT NULL, property TEXT NOT NULL, policy TEXT NOT NULL CHECK(policy IN ('device','server','append','ask')),
    PRIMARY KEY(list, property)) WITHOUT ROWID;
CREATE TABLE conflict(
    id INTEGER PRIMARY KEY, list TEXT NOT NULL, entity_id TEXT NOT NULL, property TEXT NOT NULL, before_value TEXT NOT NULL,
    hub_value TEXT NOT NULL, hub_source TEXT NOT NULL, hub_author TEXT NOT NULL, hub_at TEXT NOT NULL, device_value TEXT NOT NULL,
    device_source TEXT NOT NULL, device_author TEXT NOT NULL, device_at TEXT NOT NULL, device_id TEXT NOT NULL, version INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK(outcome IN ('device','server','append','ask')), settled_by TEXT NOT NULL DEFAULT '',
    settled_at TEXT NOT NULL DEFAULT '');
CREATE INDEX conflict_entity ON conflict(list, entity_id, device_id);
CREATE INDEX conflict_open ON conflict(id) WHERE outcome = 'ask';
)sql";

// Files that come after their record: which device has announced each, and whether it is here. A job may wait for one (its name).
constexpr const char* version9 = R"sql(
ALTER TABLE submission_file ADD COLUMN arrived INTEGER NOT NULL DEFAULT 1;
ALTER TABLE submission_file ADD COLUMN device_id TEXT NOT NULL DEFAULT '';
UPDATE submission_file SET device_id = (SELECT s.device_id FROM submission s WHERE s.instance_id = submission_file.instance_id);
CREATE INDEX submission_file_content ON submission_file(sha256, device_id);
ALTER TABLE job ADD COLUMN awaits TEXT NOT NULL DEFAULT '';
)sql";

// Each record that asks for consent looks for what the same person said before (consents.cpp).
constexpr const char* version10 = R"sql(
CREATE INDEX entity_consent ON entity(json_extract(properties, '$.contact_id')) WHERE list = 'consents';
CREATE INDEX entity_withdrawal ON entity(json_extract(properties, '$.contact_id')) WHERE list = 'withdrawals';
)sql";

// Ids that lead to others, pairs that may be one (identity.h, duplicates.h), and what such are looked for by.
constexpr const char* version11 = R"sql(
CREATE TABLE entity_alias(
    list TEXT NOT NULL, id TEXT NOT NULL, kept_as TEXT NOT NULL, source TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY(list, id)) WITHOUT ROWID;
CREATE INDEX entity_alias_kept ON entity_alias(list, kept_as);
CREATE TABLE duplicate(
    id INTEGER PRIMARY KEY, list TEXT NOT NULL, entity_id TEXT NOT NULL, other_id TEXT NOT NULL, score TEXT NOT NULL, reasons TEXT NOT NULL,
    found_at TEXT NOT NULL, outcome TEXT NOT NULL DEFAULT 'open' CHECK(outcome IN ('open','merged','apart')), settled_by TEXT NOT NULL DEFAULT '',
    settled_at TEXT NOT NULL DEFAULT '', UNIQUE(list, entity_id, other_id));
CREATE INDEX duplicate_open ON duplicate(score) WHERE outcome = 'open';
CREATE INDEX contact_email ON entity(lower(json_extract(properties, '$.email'))) WHERE list = 'contacts';
CREATE INDEX contact_badge ON entity(json_extract(properties, '$.badge_id')) WHERE list = 'contacts';
CREATE INDEX contact_label ON entity(lower(label)) WHERE list = 'contacts';
CREATE INDEX organisation_label ON entity(lower(label)) WHERE list = 'organisations';
)sql";

// Records that are on the disk and from which nothing has followed yet (writer.h).
constexpr const char* version12 = R"sql(
CREATE TABLE record_put_off(record INTEGER PRIMARY KEY REFERENCES record(id), instance_id TEXT NOT NULL);
)sql";

constexpr db::Migration migrations[] = {{1, version1}, {2, version2}, {3, version3}, {4, version4},   {5, version5},   {6, version6},
                                        {7, version7}, {8, version8}, {9, version9}, {10, version10}, {11, version11}, {12, version12}};

} // namespace

std::span<const db::Migration> schema()
{
    return migrations;
}

} // namespace rapport::hub
