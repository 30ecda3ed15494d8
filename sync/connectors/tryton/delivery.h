// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/tryton/record.h"

namespace rapport::connectors::tryton
{

/// Brings one entity into Tryton: looks for its record, creates it or augments what is there. Two in a row change nothing the second time.
class Delivery
{
public:
    Delivery(Rpc& rpc, RecordMaker& maker, const ListMapping& list, const Entity& entity);

    /// The reference, or why not. After a fault, wrote() says whether a call that writes was the one without an answer.
    Reply run(const std::optional<QString>& known); ///< value: the record's id
    bool wrote() const { return m_writing; }
    QString number(int id); ///< as people there know it

private:
    enum class Phones { AsTyped, AsOther };
    Reply create(const Record& record, Phones phones);
    Reply createOnce(const Record& record);
    Reply augment(const Record& record, int id);
    Reply current(const Record& record, int id);
    QJsonObject differences(const Record& record, const QJsonObject& there) const;
    Reply write(const QString& method, const QJsonArray& parameters, const QJsonObject& context);

    Rpc& m_rpc;
    RecordMaker& m_maker;
    const ListMapping& m_list;
    const Entity& m_entity;
    bool m_writing = false;
};

} // namespace rapport::connectors::tryton
