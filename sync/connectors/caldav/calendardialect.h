// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/dav/dialect.h"

namespace rapport::connectors::caldav
{

/// A calendar of iCalendar objects (RFC 4791, RFC 5545) with one event or task each.
class CalendarDialect : public dav::Dialect
{
public:
    explicit CalendarDialect(QTimeZone zone) : m_zone(std::move(zone)) {}

    dav::Vocabulary vocabulary() const override;
    QString suffix() const override { return QStringLiteral(".ics"); }
    Status suits(const dav::Facts& facts, const dav::Mapping& mapping) const override;
    dav::Component blank(const dav::Facts& facts) const override;
    dav::Component* subject(dav::Component& object, const dav::Rule& rule, const QString& uid) const override;
    const dav::Component* subject(const dav::Component& object) const override;
    void finish(dav::Component& object, dav::Component& subject, const QDateTime& at) const override;
    bool belongs(const dav::PullList& list, const dav::Component& subject) const override;
    QTimeZone zone() const override { return m_zone; }

private:
    QTimeZone m_zone;
};

} // namespace rapport::connectors::caldav
