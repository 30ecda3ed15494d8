// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/formshelf.h"
#include "app/conversation/origin.h"
#include "sync/store/store.h"

#include <QDate>

#include <functional>
#include <vector>

namespace rapport::app
{

/// What somebody is to do at a machine: a row of the entity list jobs (DESIGN section 4).
struct Job {
    enum class Priority { Normal, High };

    QString id, subject, ticket;
    QString machineId;
    QString customer, machine; ///< labels of the organisation and the machine; empty where they are not known here
    QString state;             ///< "open", "parts" … as the list has it
    QDate due;                 ///< null: none
    Priority priority = Priority::Normal;
    QString assignee;   ///< a user id; empty: whoever comes first
    QString colleague;  ///< who goes on with its draft; empty: nobody
    QString customerId; ///< of the organisation; empty where it is not known here
    Origin origin;
    friend bool operator==(const Job&, const Job&) = default;
};

/// The jobs that are still to be done, the most pressing first: what is high goes before what is due earlier only on the same day. Those of other
/// people are left out. @p user is who works here; empty: everybody.
std::vector<Job> openJobs(store::Store& store, const QString& user);

/// The same of one firm (may be empty) and of these machines, whoever does them; found by index.
Result<std::vector<Job>> openJobsOf(store::Store& store, const QString& organisationId, const std::vector<QString>& machineIds);

/// The first live form of which this is true. NotFound: none.
Result<SharedForm> firstFormThat(store::Store& store, const std::function<bool(const forms::Form&)>& fits);

/// The form that the job is done with: the one that the job's property form names, else the first live one that takes the payload "jobs.@id".
Result<SharedForm> formForJob(store::Store& store, const QString& jobId);

/// The draft in which this job is half done, also one that was handed over; null id: none.
std::optional<store::ConversationId> draftOfJob(store::Store& store, const QString& jobId);

/// The job that a draft is about; empty: none.
QString jobOf(store::Store& store, store::ConversationId draft);

} // namespace rapport::app
