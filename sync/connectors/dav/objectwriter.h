// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/dav/contentline.h"
#include "sync/connectors/dav/values.h"

#include <QTimeZone>

namespace rapport::connectors::dav
{

/// Our key of an entity, which is the UID of the object that we make of it.
QString uidOf(const QString& entityId);
bool isOurs(const Component& subject); ///< made by us

/// Writes what a rule says into a component: what differs and is ours to change, each line in its place. All else stays to the letter.
class ObjectWriter
{
public:
    ObjectWriter(const Rule& rule, const Values& values, QTimeZone zone) : m_rule(rule), m_values(values), m_zone(std::move(zone)) {}

    bool write(Component& subject); ///< false: something that the rule requires is not known, or no time; what was written is then of no use

private:
    QString valueFor(const Field& field) const;
    void writeField(const Field& field);
    void writeText(const Field& field, const QString& value);
    void writeParts(const Field& field);
    void writeEach(const Field& field);
    void writeLines(const Field& field);
    void writeTime(const Field& field);
    void noteTimes();
    bool hasMoved(const QString& property) const;
    void add(const Field& field, const QString& value);

    const Rule& m_rule;
    const Values& m_values;
    QTimeZone m_zone;
    Component* m_subject = nullptr;
    bool m_ours = false;
    std::map<QString, bool> m_kept; ///< property of ours → its time there stays as it is
};

/// The line in which we keep the text of a time that we wrote: "X-RAPPORT-DUE". Who moves an appointment in a calendar leaves it as it is.
QString memoryOf(const QString& property);

} // namespace rapport::connectors::dav
