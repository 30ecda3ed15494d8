// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"

#include <QHash>

namespace rapport::report
{

/// What a finished record says, answer by answer. A session that is opened from it calculates anew and offers what lists offer today (a job that is
/// done is not among them); a report says what was recorded.
class Record
{
public:
    explicit Record(const QByteArray& xml); ///< where it cannot be read it says nothing, and the session does not open either

    /// A node of the session with the record's answer in it, which was relevant then.
    forms::Node node(const forms::FormSession& session, forms::NodeId id) const;
    /// Why a value beyond its limits stands (rapport:reason on the answer); empty where nobody was asked.
    QString reasonFor(const forms::Node& node) const;

private:
    struct Answer {
        QString value;
        bool unknown = false;
        QString reason;
    };
    QHash<QString, Answer> m_answers; ///< by "/data[1]/r[2]/x[1]"
};

} // namespace rapport::report
