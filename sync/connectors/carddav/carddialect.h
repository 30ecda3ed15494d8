// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/dav/dialect.h"

namespace rapport::connectors::carddav
{

/// An address book of vCards: 4.0 where the server says that it takes it, else 3.0 (RFC 6352 6.2.2). A card keeps the version that it has.
class CardDialect : public dav::Dialect
{
public:
    dav::Vocabulary vocabulary() const override;
    QString suffix() const override { return QStringLiteral(".vcf"); }
    Status suits(const dav::Facts& facts, const dav::Mapping& mapping) const override;
    dav::Component blank(const dav::Facts& facts) const override;
    dav::Component* subject(dav::Component& object, const dav::Rule& rule, const QString& uid) const override;
    const dav::Component* subject(const dav::Component& object) const override;
    void finish(dav::Component& object, dav::Component& subject, const QDateTime& at) const override;
    bool belongs(const dav::PullList& list, const dav::Component& subject) const override;
    QTimeZone zone() const override { return QTimeZone::utc(); } ///< a card has no times of ours
};

} // namespace rapport::connectors::carddav
