// SPDX-License-Identifier: Apache-2.0
#include "sync/store/schema.h"

namespace rapport::store
{

namespace
{

// Times are UTC, "2027-11-10T08:12:00.000Z", so that they sort as text. Properties are a JSON object of texts.
constexpr const char* version1 = R"sql(
CREATE TABLE conversation(
    id TEXT PRIMARY KEY, instance_id TEXT NOT NULL UNIQUE, form_id TEXT NOT NULL, form_version TEXT NOT NULL,
    occasion_id TEXT NOT NULL DEFAULT '', author TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK(state IN ('draft','waiting','sent')),
    title TEXT NOT NULL DEFAULT '', organisation TEXT NOT NULL DEFAULT '', lead_status TEXT NOT NULL DEFAULT '',
    answered INTEGER NOT NULL DEFAULT 0, questions INTEGER NOT NULL DEFAULT 0, section TEXT NOT NULL DEFAULT '',
    started_at TEXT NOT NULL, saved_at TEXT NOT NULL, finished_at TEXT, sent_at TEXT) WITHOUT ROWID;
CREATE INDEX conversation_started ON conversation(started_at);
CREATE INDEX conversation_state ON conversation(state, saved_at);

CREATE TABLE instance(conversation_id TEXT PRIMARY KEY REFERENCES conversation(id) ON DELETE CASCADE, xml BLOB NOT NULL);

CREATE TABLE attachment(
    conversation_id TEXT NOT NULL REFERENCES conversation(id) ON DELETE CASCADE, name TEXT NOT NULL, media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL, size INTEGER NOT NULL, PRIMARY KEY(conversation_id, name)) WITHOUT ROWID;
CREATE INDEX attachment_file ON attachment(sha256);

CREATE TABLE outbox(
    instance_id TEXT PRIMARY KEY REFERENCES conversation(instance_id), conversation_id TEXT NOT NULL, queued_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, next_try_at TEXT, state TEXT NOT NULL DEFAULT 'waiting' CHECK(state IN ('waiting','needs_you')),
    reason TEXT NOT NULL DEFAULT '') WITHOUT ROWID;

CREATE TABLE receipt(
    instance_id TEXT NOT NULL, target TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL, reference TEXT NOT NULL, sentence TEXT NOT NULL,
    at TEXT NOT NULL, PRIMARY KEY(instance_id, target)) WITHOUT ROWID;

CREATE TABLE entity(
    row INTEGER PRIMARY KEY, list TEXT NOT NULL, id TEXT NOT NULL, label TEXT NOT NULL, version INTEGER NOT NULL,
    trunk_version TEXT NOT NULL DEFAULT '', branch_id TEXT NOT NULL DEFAULT '', properties TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
    UNIQUE(list, id));
CREATE TABLE entity_history(
    list TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, label TEXT NOT NULL, properties TEXT NOT NULL, deleted INTEGER NOT NULL,
    source TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX entity_history_id ON entity_history(list, id);

CREATE TABLE form(
    id TEXT NOT NULL, version TEXT NOT NULL, hash TEXT NOT NULL, title TEXT NOT NULL, xml BLOB NOT NULL, live INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY(id, version));
CREATE TABLE occasion(id TEXT PRIMARY KEY, version INTEGER NOT NULL, document BLOB NOT NULL);
CREATE TABLE cursor(stream TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
)sql";

// Search over people and firms, and what a look at a customer asks for. `search` is contentless: its rowid is entity.row (search.cpp says what stands
// in its columns). `generation` counts the pulls of a list from its beginning: rows of an older one are swept when such a pull has ended.
constexpr const char* version2 = R"sql(
ALTER TABLE entity ADD COLUMN organisation_id TEXT NOT NULL DEFAULT '';
ALTER TABLE entity ADD COLUMN contact_id TEXT NOT NULL DEFAULT '';
ALTER TABLE entity ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
UPDATE entity SET organisation_id = ifnull(json_extract(properties, '$.organisation_id'), ''),
    contact_id = ifnull(json_extract(properties, '$.contact_id'), '');
CREATE INDEX entity_organisation ON entity(organisation_id, list) WHERE organisation_id <> '';
CREATE INDEX entity_contact ON entity(contact_id, list) WHERE contact_id <> '';
CREATE TABLE pull(list TEXT PRIMARY KEY, generation INTEGER NOT NULL, sweeping INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(
    name, firm, more, content='', contentless_delete=1, prefix='2 3 4 5', tokenize='unicode61 remove_diacritics 2', detail=full);
)sql";

// What forms ask of lists: the properties that any row of a list ever had, and an index of those that look-ups asked for (lookup.cpp), kept by
// triggers. `path` is the property's place in `properties`; empty: the label. Rows without the property stand under the empty text.
constexpr const char* version3 = R"sql(
CREATE TABLE entity_property(list TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY(list, name)) WITHOUT ROWID;
INSERT INTO entity_property SELECT DISTINCT entity.list, property.key FROM entity, json_each(entity.properties) AS property;
CREATE TABLE entity_asked(id INTEGER PRIMARY KEY, list TEXT NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL, UNIQUE(list, name));
CREATE TABLE entity_key(asked INTEGER NOT NULL, value TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY(asked, value, row)) WITHOUT ROWID;
)sql";

// A draft that was deleted stays until its time is over (conversations.cpp).
constexpr const char* version4 = R"sql(
ALTER TABLE conversation ADD COLUMN deleted_at TEXT;
CREATE INDEX conversation_deleted ON conversation(deleted_at) WHERE deleted_at IS NOT NULL;
)sql";

// Small pictures of attached ones, so that a list of them decodes nothing large. They go with the last attachment of that content.
constexpr const char* version5 = R"sql(
CREATE TABLE thumbnail(sha256 TEXT PRIMARY KEY, jpeg BLOB NOT NULL) WITHOUT ROWID;
CREATE TRIGGER attachment_went AFTER DELETE ON attachment BEGIN
    DELETE FROM thumbnail WHERE sha256 = old.sha256 AND NOT EXISTS(SELECT 1 FROM attachment WHERE sha256 = old.sha256);
END;
CREATE TRIGGER attachment_changed AFTER UPDATE OF sha256 ON attachment BEGIN
    DELETE FROM thumbnail WHERE sha256 = old.sha256 AND NOT EXISTS(SELECT 1 FROM attachment WHERE sha256 = old.sha256);
END;
)sql";

// Reports that were made here. They are no attachments: those are what the record names, and go to the hub with it.
constexpr const char* version6 = R"sql(
CREATE TABLE report(
    conversation_id TEXT NOT NULL REFERENCES conversation(id) ON DELETE CASCADE, name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    made_at TEXT NOT NULL, PRIMARY KEY(conversation_id, name)) WITHOUT ROWID;
)sql";

// Finished conversations can be changed (revisions.cpp). `begun_at` stands before a byte of a record goes out: without it the hub cannot have it; an
// older Rapport set no such mark. `entity_change`: what finished conversations ask of an entity, in their order, while one of them can be taken back;
// `entity_trunk`: the row below those changes, none where there was none.
constexpr const char* version7 = R"sql(
ALTER TABLE conversation ADD COLUMN corrects TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX conversation_corrects ON conversation(corrects) WHERE corrects <> '' AND deleted_at IS NULL;
ALTER TABLE outbox ADD COLUMN begun_at TEXT;
UPDATE outbox SET begun_at = queued_at;
ALTER TABLE entity_history ADD COLUMN instance_id TEXT NOT NULL DEFAULT '';
CREATE TABLE entity_change(
    id INTEGER PRIMARY KEY, instance_id TEXT NOT NULL, list TEXT NOT NULL, entity_id TEXT NOT NULL, label TEXT NOT NULL, properties TEXT NOT NULL,
    author TEXT NOT NULL, at TEXT NOT NULL, delivered INTEGER NOT NULL DEFAULT 0);
CREATE INDEX entity_change_entity ON entity_change(list, entity_id);
CREATE INDEX entity_change_instance ON entity_change(instance_id);
CREATE TABLE entity_trunk(
    list TEXT NOT NULL, id TEXT NOT NULL, label TEXT NOT NULL, version INTEGER NOT NULL, trunk_version TEXT NOT NULL DEFAULT '',
    branch_id TEXT NOT NULL DEFAULT '', properties TEXT NOT NULL, deleted INTEGER NOT NULL, PRIMARY KEY(list, id)) WITHOUT ROWID;
)sql";

// The files that forms show, play and read (formfiles.cpp), once each, in a folder of their own. `files`: what the hub calls the set of them.
constexpr const char* version8 = R"sql(
ALTER TABLE form ADD COLUMN files TEXT NOT NULL DEFAULT '';
CREATE TABLE form_blob(hash TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE form_file(
    form_id TEXT NOT NULL, form_version TEXT NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL REFERENCES form_blob(hash),
    PRIMARY KEY(form_id, form_version, name)) WITHOUT ROWID;
)sql";

// Drafts that are with a colleague (handover.cpp). `head`: wire::HandOver as JSON; `begun_at` stands before a byte of it goes out.
constexpr const char* version9 = R"sql(
CREATE TABLE handover(
    conversation_id TEXT PRIMARY KEY REFERENCES conversation(id) ON DELETE CASCADE, to_user TEXT NOT NULL, to_name TEXT NOT NULL,
    job_id TEXT NOT NULL, state TEXT NOT NULL CHECK(state IN ('waiting','offered','taken','refused')), reason TEXT NOT NULL DEFAULT '',
    given_at TEXT NOT NULL, begun_at TEXT, head TEXT NOT NULL) WITHOUT ROWID;
)sql";

// What stands in the index of the search has changed (websites, further numbers, plain letters): it is filled anew when the store is opened.
constexpr const char* version10 = R"sql(
INSERT INTO search(search) VALUES('delete-all');
)sql";

// People who were scanned one after another (gathering.cpp). Without a conversation: the list; with one: the group that its answers are for.
constexpr const char* version11 = R"sql(
CREATE TABLE gathered(
    id TEXT PRIMARY KEY, format TEXT NOT NULL, code TEXT NOT NULL, first_at TEXT NOT NULL, times INTEGER NOT NULL DEFAULT 1,
    converses_anew INTEGER NOT NULL DEFAULT 0, conversation_id TEXT REFERENCES conversation(id) ON DELETE CASCADE) WITHOUT ROWID;
CREATE INDEX gathered_conversation ON gathered(conversation_id);
)sql";

// What a device knows of a conversation beside its record (notes.cpp): it goes with the conversation, and never to the hub. `unresolved`: the badge
// number of somebody whose name is not known, until the organiser's list says it (resolutions.cpp).
constexpr const char* version12 = R"sql(
CREATE TABLE conversation_note(
    conversation_id TEXT NOT NULL, kind TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY(conversation_id, kind)) WITHOUT ROWID;
CREATE TRIGGER conversation_went AFTER DELETE ON conversation BEGIN
    DELETE FROM conversation_note WHERE conversation_id = old.id;
END;
ALTER TABLE conversation ADD COLUMN unresolved TEXT NOT NULL DEFAULT '';
CREATE INDEX conversation_unresolved ON conversation(unresolved) WHERE unresolved <> '';
)sql";

// Values that two have changed, between which a person here decides (conflicts.cpp). `question`: wire::Conflict as JSON, as it stood when she did.
constexpr const char* version13 = R"sql(
CREATE TABLE conflict(
    id INTEGER PRIMARY KEY, instance_id TEXT NOT NULL, question TEXT NOT NULL,
    state TEXT NOT NULL CHECK(state IN ('open','changed','decided','sending','elsewhere')), take TEXT NOT NULL DEFAULT '',
    decided_at TEXT NOT NULL DEFAULT '', decided_by TEXT NOT NULL DEFAULT '');
)sql";

// Content (assets.cpp, assettext.cpp): whole files, what was read out of each, and the search in titles and in the text of pages. `shape`: width by
// height. asset_title is contentless: its rowid is entity.row.
constexpr const char* version14 = R"sql(
CREATE TABLE asset_file(sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, opened_at TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
CREATE TABLE asset_reading(
    sha256 TEXT PRIMARY KEY, pages INTEGER NOT NULL, milliseconds INTEGER NOT NULL, shape REAL NOT NULL, problem TEXT NOT NULL, cover BLOB NOT NULL);
CREATE TABLE asset_page(id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, page INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE(sha256, page));
CREATE VIRTUAL TABLE asset_text USING fts5(
    text, content='asset_page', content_rowid='id', prefix='2 3 4 5', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER asset_page_came AFTER INSERT ON asset_page BEGIN
    INSERT INTO asset_text(rowid, text) VALUES(new.id, new.text);
END;
CREATE TRIGGER asset_page_went AFTER DELETE ON asset_page BEGIN
    INSERT INTO asset_text(asset_text, rowid, text) VALUES('delete', old.id, old.text);
END;
CREATE VIRTUAL TABLE asset_title USING fts5(
    title, tags, content='', contentless_delete=1, prefix='2 3 4 5', tokenize='unicode61 remove_diacritics 2');
INSERT INTO asset_title(rowid, title, tags)
    SELECT row, label, ifnull(json_extract(properties, '$.tags'), '') || ' ' || ifnull(json_extract(properties, '$.folder'), '')
    FROM entity WHERE list = 'assets' AND deleted = 0;
)sql";

// Trays (trays.cpp): `id` is a conversation's, "prepared", or a named sequence's own. A tray goes with its conversation. `properties`: of the asset,
// as they stood when it was chosen; `pages`: a JSON array of numbers, empty for all.
constexpr const char* version15 = R"sql(
CREATE TABLE tray(id TEXT PRIMARY KEY, name TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
CREATE TABLE tray_item(
    id TEXT PRIMARY KEY, tray_id TEXT NOT NULL REFERENCES tray(id) ON DELETE CASCADE, place INTEGER NOT NULL, asset_id TEXT NOT NULL,
    title TEXT NOT NULL, properties TEXT NOT NULL, pages TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX tray_item_tray ON tray_item(tray_id, place);
CREATE TRIGGER conversation_left_its_tray AFTER DELETE ON conversation BEGIN
    DELETE FROM tray WHERE id = old.id;
END;
)sql";

// They cost each row of a pull, so they come with the first property that is asked for.
constexpr const char* keyTriggers = R"sql(
CREATE TRIGGER IF NOT EXISTS entity_came AFTER INSERT ON entity WHEN NOT new.deleted BEGIN
    INSERT INTO entity_key SELECT id, CASE path WHEN '' THEN new.label ELSE ifnull(json_extract(new.properties, path), '') END, new.row
        FROM entity_asked WHERE list = new.list;
END;
-- What is inserted into this view leaves entity_key, found by its key.
CREATE VIEW IF NOT EXISTS entity_key_stale AS SELECT asked, value, row FROM entity_key;
CREATE TRIGGER IF NOT EXISTS entity_key_dropped INSTEAD OF INSERT ON entity_key_stale BEGIN
    DELETE FROM entity_key WHERE asked = new.asked AND value = new.value AND row = new.row;
END;
CREATE TRIGGER IF NOT EXISTS entity_changed AFTER UPDATE OF label, properties, deleted ON entity BEGIN
    INSERT INTO entity_key_stale SELECT id, CASE path WHEN '' THEN old.label ELSE ifnull(json_extract(old.properties, path), '') END, old.row
        FROM entity_asked WHERE list = old.list;
    INSERT INTO entity_key SELECT id, CASE path WHEN '' THEN new.label ELSE ifnull(json_extract(new.properties, path), '') END, new.row
        FROM entity_asked WHERE list = new.list AND NOT new.deleted;
END;
CREATE TRIGGER IF NOT EXISTS entity_went AFTER DELETE ON entity BEGIN
    INSERT INTO entity_key_stale SELECT id, CASE path WHEN '' THEN old.label ELSE ifnull(json_extract(old.properties, path), '') END, old.row
        FROM entity_asked WHERE list = old.list;
END;
)sql";

constexpr db::Migration migrations[] = {{1, version1},   {2, version2},   {3, version3},   {4, version4},   {5, version5},
                                        {6, version6},   {7, version7},   {8, version8},   {9, version9},   {10, version10},
                                        {11, version11}, {12, version12}, {13, version13}, {14, version14}, {15, version15}};

} // namespace

std::span<const db::Migration> schema()
{
    return migrations;
}

const char* keepKeys()
{
    return keyTriggers;
}

} // namespace rapport::store
