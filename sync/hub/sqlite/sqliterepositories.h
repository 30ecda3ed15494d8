// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/repository/repositories.h"
#include "sync/hub/sqlite/sqliteconflicts.h"
#include "sync/hub/sqlite/sqlitedevices.h"
#include "sync/hub/sqlite/sqlitedrafts.h"
#include "sync/hub/sqlite/sqliteduplicates.h"
#include "sync/hub/sqlite/sqliteentities.h"
#include "sync/hub/sqlite/sqliteforms.h"
#include "sync/hub/sqlite/sqlitejobs.h"
#include "sync/hub/sqlite/sqliteoccasions.h"
#include "sync/hub/sqlite/sqlitepulls.h"
#include "sync/hub/sqlite/sqlitereceipts.h"
#include "sync/hub/sqlite/sqlitesettings.h"
#include "sync/hub/sqlite/sqlitesubmissions.h"
#include "sync/hub/sqlite/sqliteusers.h"

namespace rapport::hub
{

/// The tables of the connection that it is handed, and in its transaction. Costs nothing to make.
class SqliteRepositories : public Repositories
{
public:
    explicit SqliteRepositories(db::Database& database)
        : m_jobs(database), m_receipts(database), m_submissions(database), m_devices(database), m_settings(database), m_drafts(database),
          m_pulls(database), m_duplicates(database), m_conflicts(database), m_forms(database), m_occasions(database), m_users(database),
          m_entities(database)
    {
    }

    Jobs& jobs() override { return m_jobs; }
    const Jobs& jobs() const override { return m_jobs; }
    Receipts& receipts() override { return m_receipts; }
    const Receipts& receipts() const override { return m_receipts; }
    Submissions& submissions() override { return m_submissions; }
    const Submissions& submissions() const override { return m_submissions; }
    Devices& devices() override { return m_devices; }
    const Devices& devices() const override { return m_devices; }
    Settings& settings() override { return m_settings; }
    const Settings& settings() const override { return m_settings; }
    Drafts& drafts() override { return m_drafts; }
    const Drafts& drafts() const override { return m_drafts; }
    Pulls& pulls() override { return m_pulls; }
    const Pulls& pulls() const override { return m_pulls; }
    Duplicates& duplicates() override { return m_duplicates; }
    const Duplicates& duplicates() const override { return m_duplicates; }
    Conflicts& conflicts() override { return m_conflicts; }
    const Conflicts& conflicts() const override { return m_conflicts; }
    Forms& forms() override { return m_forms; }
    const Forms& forms() const override { return m_forms; }
    Occasions& occasions() override { return m_occasions; }
    const Occasions& occasions() const override { return m_occasions; }
    Users& users() override { return m_users; }
    const Users& users() const override { return m_users; }
    Entities& entities() override { return m_entities; }
    const Entities& entities() const override { return m_entities; }

private:
    SqliteJobs m_jobs;
    SqliteReceipts m_receipts;
    SqliteSubmissions m_submissions;
    SqliteDevices m_devices;
    SqliteSettings m_settings;
    SqliteDrafts m_drafts;
    SqlitePulls m_pulls;
    SqliteDuplicates m_duplicates;
    SqliteConflicts m_conflicts;
    SqliteForms m_forms;
    SqliteOccasions m_occasions;
    SqliteUsers m_users;
    SqliteEntities m_entities;
};

} // namespace rapport::hub
