// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/webhook/document.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace rapport::connectors::webhook
{
namespace
{

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonArray filesOf(const JobContext& context)
{
    QJsonArray out;
    for (const AttachedFile& file : context.attachments())
        out.append(QJsonObject{{u"name"_s, file.name}, {u"sha256"_s, file.sha256}});
    return out;
}

QJsonObject entityOf(const Entity& entity)
{
    QJsonObject properties;
    for (const auto& [name, value] : entity.properties)
        properties[name] = value;
    return {{u"list"_s, entity.list}, {u"id"_s, entity.id}, {u"label"_s, entity.label}, {u"properties"_s, properties}};
}

} // namespace

Result<QByteArray> documentOf(const Job& job, const JobContext& context, const QDateTime& now)
{
    QJsonObject data{{u"submission"_s, job.submission},
                     {u"form"_s, context.formId()},
                     {u"author"_s, context.author()},
                     {u"finished_at"_s, timeText(context.finishedAt())}};
    QString type = u"submission.finished"_s;
    if (job.kind == Job::Kind::Record) {
        QJsonObject answers = context.answers();
        answers.remove(u"meta"_s); // the form's own bookkeeping
        data[u"answers"_s] = answers;
        data[u"attachments"_s] = filesOf(context);
        if (!job.corrects.isEmpty())
            data[u"corrects"_s] = job.corrects;
    } else {
        const auto entity = context.entity(job.list, job.entityId);
        if (!entity)
            return entity.error();
        type = u"entity.changed"_s;
        data[u"entity"_s] = entityOf(*entity);
    }
    const QJsonObject document{{u"type"_s, type}, {u"timestamp"_s, timeText(now)}, {u"data"_s, data}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace rapport::connectors::webhook
