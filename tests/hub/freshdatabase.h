// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/repository/repositories.h"

#include <memory>
#include <vector>

namespace rapport::test
{

/// A hub's database with nothing in it, which goes when this does.
class FreshDatabase
{
public:
    virtual ~FreshDatabase() = default;
    virtual std::unique_ptr<hub::HubDatabase> connect() const = 0; ///< each as another process would have it
};

struct DatabaseKind {
    const char* name;
    std::unique_ptr<FreshDatabase> (*make)();
};
/// All that have to keep the contract.
const std::vector<DatabaseKind>& databaseKinds();

/// A hub of two processes: what one of them writes is what the other one reads.
struct TwoProcesses {
    explicit TwoProcesses(const DatabaseKind& kind);

    std::unique_ptr<FreshDatabase> fresh;
    std::unique_ptr<hub::HubDatabase> database, other;
    std::unique_ptr<const hub::Repositories> reading;
};

/// Whether @p work went through; fails the test where it did not.
void write(hub::HubDatabase& database, const hub::HubDatabase::Work& work);

hub::IncomingSubmission record(const QString& instanceId, const QByteArray& xml = "<data/>", const QString& device = QStringLiteral("t1"));
/// A job of that record for the contact "c1" at "erp", as makeJobs() would have it.
connectors::Job job(const QString& id, const QString& instanceId);

} // namespace rapport::test
