// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QUuid>

namespace rapport::test
{

using namespace Qt::StringLiterals;

/// What a hub would know, kept in memory: entities, the references that targets gave, one submission.
class KnownWorld : public connectors::JobContext
{
public:
    std::map<std::pair<QString, QString>, connectors::Entity> entities;
    std::map<std::pair<QString, QString>, QString> references;
    QJsonObject submission;
    std::map<QString, QByteArray> files; ///< of the submission
    QString instance = u"uuid:6f1d1b9e-0000-4000-8000-000000000001"_s;

    QString add(const QString& list, const QString& label, std::map<QString, QString> properties)
    {
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        entities[{list, id}] = {list, id, label, std::move(properties)};
        return id;
    }

    /// The job that carries an entity, as the hub makes it.
    connectors::Job job(const QString& list, const QString& id) const
    {
        connectors::Job job;
        job.id = u"job-"_s + id;
        job.submission = instance;
        job.target = u"target"_s;
        job.list = list;
        job.entityId = id;
        job.key = job.submission + u'/' + list + u'/' + id;
        return job;
    }

    Result<connectors::Entity> entity(const QString& list, const QString& id) const override
    {
        const auto found = entities.find({list, id});
        if (found == entities.end())
            return Error{Error::Kind::NotFound, u"no such entity"_s};
        return found->second;
    }
    QJsonObject answers() const override { return submission; }
    std::vector<connectors::AttachedFile> attachments() const override
    {
        std::vector<connectors::AttachedFile> out;
        for (const auto& [name, content] : files)
            out.push_back({name, QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex())});
        return out;
    }
    Result<std::unique_ptr<QIODevice>> attachment(const QString& name) const override
    {
        const auto found = files.find(name);
        if (found == files.end())
            return Error{Error::Kind::NotFound, u"no such attachment"_s};
        auto content = std::make_unique<QBuffer>();
        content->setData(found->second);
        content->open(QIODevice::ReadOnly);
        return std::unique_ptr<QIODevice>(std::move(content));
    }
    std::optional<QString> remoteRef(const QString& list, const QString& id) const override
    {
        const auto found = references.find({list, id});
        return found == references.end() ? std::nullopt : std::optional(found->second);
    }
    QString author() const override { return u"anna"_s; }
    QDateTime finishedAt() const override { return QDateTime(QDate(2027, 11, 10), QTime(14, 5), Qt::OffsetFromUTC, 3600); }
    QString formId() const override { return u"trade_fair_conversation"_s; }
};

} // namespace rapport::test
