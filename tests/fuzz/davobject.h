// SPDX-License-Identifier: Apache-2.0
// What the targets davcard and davcalendar share.
#pragma once

#include "sync/connectors/dav/dialect.h"
#include "sync/connectors/dav/objectreader.h"
#include "sync/connectors/dav/objectwriter.h"

#include <cstdlib>

namespace rapport::fuzz
{

/// A conversation with somebody, of whom everything is known.
class Everything : public connectors::JobContext
{
public:
    Result<connectors::Entity> entity(const QString& list, const QString& id) const override
    {
        connectors::Entity entity{list, id, QStringLiteral("Ana; Roth"), {}};
        for (const char* name :
             {"given_name", "family_name", "email", "phone", "mobile", "other_emails", "other_phones", "street", "remark", "website"})
            entity.properties[QLatin1String(name)] = QStringLiteral("a,b;c\\d +49");
        entity.properties[QStringLiteral("organisation_id")] = entity.properties[QStringLiteral("contact_id")] = QStringLiteral("1");
        entity.properties[QStringLiteral("kind")] = QStringLiteral("appointment");
        entity.properties[QStringLiteral("due")] = QStringLiteral("2027-12-01T10:00");
        return entity;
    }
    QJsonObject answers() const override { return {}; }
    std::vector<connectors::AttachedFile> attachments() const override { return {}; }
    Result<std::unique_ptr<QIODevice>> attachment(const QString&) const override { return Error{Error::Kind::NotFound, {}}; }
    std::optional<QString> remoteRef(const QString&, const QString&) const override { return QStringLiteral("a.vcf"); }
    QString author() const override { return QStringLiteral("anna"); }
    QDateTime finishedAt() const override { return QDateTime(QDate(2027, 11, 10), QTime(14, 5), Qt::UTC); }
    QString formId() const override { return {}; }
};

inline connectors::dav::Mapping shippedMapping(const char* kind)
{
    const auto mapping = connectors::dav::loadMapping(QStringLiteral(RAPPORT_SOURCE "/sync/connectors/%1/mapping.json").arg(QLatin1String(kind)));
    if (!mapping)
        std::abort();
    return *mapping;
}

/// Augmented it is read again as it was written, what is augmented twice is as after the first time, and nothing of others is lost.
inline void augment(const connectors::dav::Component& object, const connectors::dav::Dialect& dialect, const connectors::dav::Rule& rule,
                    const connectors::dav::Values& values)
{
    connectors::dav::Component once = object;
    connectors::dav::Component* subject = dialect.subject(once, rule, QStringLiteral("RAP-1"));
    if (!subject || !connectors::dav::ObjectWriter(rule, values, dialect.zone()).write(*subject))
        return;
    connectors::dav::Component twice = once;
    if (!connectors::dav::ObjectWriter(rule, values, dialect.zone()).write(*dialect.subject(twice, rule, QStringLiteral("RAP-1"))) || twice != once)
        std::abort();
    dialect.finish(twice, *dialect.subject(twice, rule, QStringLiteral("RAP-1")), QDateTime(QDate(2027, 11, 10), QTime(14, 5), Qt::UTC));
    const auto again = connectors::dav::parseObject(twice.bytes());
    if (!again || *again != twice)
        std::abort();
}

inline void tryObject(const QByteArray& bytes, const connectors::dav::Dialect& dialect, const connectors::dav::Mapping& mapping)
{
    const auto object = connectors::dav::parseObject(bytes);
    if (!object)
        return;
    const auto again = connectors::dav::parseObject(object->bytes());
    if (!again || *again != *object)
        std::abort();
    const Everything context;
    for (const auto& [name, list] : mapping.pull) {
        const connectors::dav::Component* subject = dialect.subject(*object);
        if (subject && dialect.belongs(list, *subject))
            (void)connectors::dav::read(list, *subject, dialect.zone());
    }
    for (const auto& [name, rules] : mapping.lists) {
        const auto entity = context.entity(name, QStringLiteral("1"));
        const connectors::dav::Values values(mapping, *entity, context);
        for (const connectors::dav::Rule& rule : rules)
            augment(*object, dialect, rule, values);
    }
}

} // namespace rapport::fuzz
