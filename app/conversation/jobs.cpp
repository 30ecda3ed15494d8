// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/jobs.h"

#include "sync/store/handover.h"

#include <QHash>

#include <algorithm>

namespace rapport::app
{

namespace
{

const QString jobsList = QStringLiteral("jobs");

QString property(const store::Entity& entity, const char* name)
{
    const auto found = entity.properties.find(QString::fromLatin1(name));
    return found == entity.properties.end() ? QString() : found->second;
}

/// Labels of other lists, each looked up once.
class Labels
{
public:
    explicit Labels(store::Store& store) : m_store(store) {}

    const store::Entity* find(const char* list, const QString& id)
    {
        if (id.isEmpty())
            return nullptr;
        auto& known = m_known[QString::fromLatin1(list) + QLatin1Char('/') + id];
        if (!known.asked) {
            known.asked = true;
            known.entity = m_store.entity(QString::fromLatin1(list), id).value_or(std::nullopt);
        }
        return known.entity ? &*known.entity : nullptr;
    }

private:
    struct Known {
        bool asked = false;
        std::optional<store::Entity> entity;
    };
    store::Store& m_store;
    QHash<QString, Known> m_known;
};

bool takesJobs(const forms::Form& form)
{
    const auto& targets = form.payloadTargets();
    return std::any_of(targets.begin(), targets.end(), [](const forms::PayloadTarget& target) { return target.key == QLatin1String("jobs.@id"); });
}

/// A record names its job by the job's id, in whichever of its questions.
bool isAbout(const QByteArray& record, const QString& jobId)
{
    return record.contains('>' + jobId.toUtf8() + '<');
}

bool isClosed(const QString& state)
{
    return state == QLatin1String("done") || state == QLatin1String("cancelled");
}

/// Those of @p rows that are open and not somebody else's than @p user's (empty: anybody's), the most pressing first.
std::vector<Job> openAmong(store::Store& store, const std::vector<store::Entity>& rows, const QString& user)
{
    std::vector<Job> jobs;
    if (const auto open = store.isListOpen(jobsList); !open || !*open)
        return jobs;
    Labels labels(store);
    const auto given = store::given(store).value_or(std::vector<store::Given>{});
    for (const store::Entity& row : rows) {
        const QString assignee = property(row, "assignee");
        if (row.deleted || isClosed(property(row, "state")) || (!assignee.isEmpty() && !user.isEmpty() && assignee != user))
            continue;
        Job job;
        job.id = row.id;
        job.subject = property(row, "subject").isEmpty() ? row.label : property(row, "subject");
        job.ticket = property(row, "ticket_number");
        job.state = property(row, "state");
        job.due = QDate::fromString(property(row, "due"), Qt::ISODate);
        job.priority = property(row, "priority") == QLatin1String("high") ? Job::Priority::High : Job::Priority::Normal;
        job.machineId = property(row, "machine_id");
        const store::Entity* machine = labels.find("machines", job.machineId);
        job.machine = machine ? machine->label : QString();
        const QString owner = property(row, "organisation_id");
        const store::Entity* customer = labels.find("organisations", !owner.isEmpty() || !machine ? owner : property(*machine, "organisation_id"));
        job.customer = customer ? customer->label : QString();
        job.customerId = customer ? customer->id : QString();
        job.assignee = assignee;
        job.origin = originOf(row);
        for (const store::Given& away : given) {
            const auto draft = away.handOver.jobId == job.id ? store.conversation(store::ConversationId::parse(away.handOver.conversationId))
                                                             : Result<store::Conversation>(Error{Error::Kind::NotFound, {}});
            if (draft && draft->handedOver)
                job.colleague = draft->handedOver->to;
        }
        jobs.push_back(std::move(job));
    }
    std::stable_sort(jobs.begin(), jobs.end(), [](const Job& a, const Job& b) {
        const auto place = [](const Job& job) { return std::tuple(job.due.isNull(), job.due, job.priority == Job::Priority::Normal); };
        return place(a) < place(b);
    });
    return jobs;
}

} // namespace

std::vector<Job> openJobs(store::Store& store, const QString& user)
{
    return openAmong(store, store.entities(jobsList).value_or(std::vector<store::Entity>{}), user);
}

Result<std::vector<Job>> openJobsOf(store::Store& store, const QString& organisationId, const std::vector<QString>& machineIds)
{
    auto rows = organisationId.isEmpty() ? Result<std::vector<store::Entity>>(std::vector<store::Entity>())
                                         : store.findEntities(jobsList, QStringLiteral("organisation_id"), organisationId);
    if (!rows)
        return rows.error();
    for (const QString& machine : machineIds) {
        const auto numbers = store.findRows(jobsList, {{QStringLiteral("machine_id"), machine}});
        if (!numbers)
            return numbers.error();
        for (const qint64 number : *numbers) {
            const auto row = store.entityAt(number);
            if (!row)
                return row.error();
            if (*row && std::none_of(rows->begin(), rows->end(), [&](const store::Entity& one) { return one.id == (*row)->id; }))
                rows->push_back(**row);
        }
    }
    return openAmong(store, *rows, {});
}

Result<SharedForm> firstFormThat(store::Store& store, const std::function<bool(const forms::Form&)>& fits)
{
    const auto live = store.forms();
    if (!live)
        return live.error();
    for (const store::StoredForm& form : *live) {
        if (auto loaded = loadForm(store, form.id, {}); loaded && fits(**loaded))
            return loaded;
    }
    return Error{Error::Kind::NotFound, QStringLiteral("no form is for that")};
}

Result<SharedForm> formForJob(store::Store& store, const QString& jobId)
{
    const auto job = store.entity(QStringLiteral("jobs"), jobId);
    if (!job)
        return job.error();
    if (*job && !property(**job, "form").isEmpty())
        return loadForm(store, property(**job, "form"), {});
    return firstFormThat(store, takesJobs);
}

std::optional<store::ConversationId> draftOfJob(store::Store& store, const QString& jobId)
{
    const auto drafts = store.drafts().value_or(std::vector<store::Conversation>{});
    for (const store::Conversation& draft : drafts) {
        const auto instance = store.instance(draft.id);
        if (instance && isAbout(*instance, jobId))
            return draft.id;
    }
    const auto given = store::given(store).value_or(std::vector<store::Given>{});
    const auto away = std::find_if(given.begin(), given.end(), [&](const store::Given& one) { return one.handOver.jobId == jobId; });
    return away == given.end() ? std::nullopt : std::optional(store::ConversationId::parse(away->handOver.conversationId));
}

QString jobOf(store::Store& store, store::ConversationId draft)
{
    const auto record = store.instance(draft);
    const auto jobs = store.entities(QStringLiteral("jobs"));
    if (!record || !jobs)
        return {};
    const auto job = std::find_if(jobs->begin(), jobs->end(), [&](const store::Entity& one) { return isAbout(*record, one.id); });
    return job == jobs->end() ? QString() : job->id;
}

} // namespace rapport::app
