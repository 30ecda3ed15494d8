// SPDX-License-Identifier: Apache-2.0
// An answer of Odoo, by both ways to speak to it: the result or the exception, records as entities, formatted text with lines of ours.
#include "sync/connectors/odoo/answer.h"
#include "sync/connectors/odoo/html.h"
#include "sync/connectors/odoo/pull.h"
#include "sync/connectors/rest/comparing.h"

#include <QRegularExpression>

using namespace rapport::connectors;
using namespace rapport::connectors::odoo;

namespace
{

Mapping shipped()
{
    auto mapping = loadMapping(QStringLiteral(RAPPORT_SOURCE "/sync/connectors/odoo/mapping.json"), {});
    if (!mapping)
        qFatal("the mapping that ships does not load");
    return *mapping;
}

void checkLog(const Reply& reply)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:, ()-]{0,200}$"));
    if (reply.fault && !reply.fault->detail.contains(plain))
        qFatal("a word of the server would stand in the log");
}

void look(const Mapping& mapping, const Json& result)
{
    const Reply records = recordsIn(result, QStringLiteral("crm.lead"));
    checkLog(records);
    checkLog(loadedId(result, QStringLiteral("crm.lead"), {QStringLiteral("name")}));
    for (const Json& record : records.value.items()) {
        for (const auto& [name, list] : mapping.lists) {
            if (list.pull)
                (void)changeOf(mapping, name, record, QStringLiteral("Odoo"), QDateTime());
            for (const rest::Field& field : list.push ? list.push->fields : std::vector<rest::Field>())
                (void)rest::changeOf(field, Json::text(QStringLiteral("a")), record, true);
        }
    }
}

void lookAtText(const QString& html)
{
    const QStringList ours{QStringLiteral("Consent: <no> & \"never\""), QStringLiteral("Due: 1")};
    const QString once = withLines(html, ours, SameLabel::Stays);
    for (const QString& line : ours) {
        if (!linesOf(once).contains(line))
            qFatal("a line that was added is not found again");
    }
    if (withLines(once, ours, SameLabel::Stays) != once)
        qFatal("lines that are there are added again");
    (void)withLines(html, ours, SameLabel::GivesWay); // must come back
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    static const Mapping mapping = shipped();
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    rest::HttpAnswer answer;
    answer.kind = rest::HttpAnswer::Kind::Status;
    answer.body = bytes;
    for (const int status : {200, 404, 422, 500}) {
        answer.status = status;
        for (const Api api : {Api::Json2, Api::JsonRpc}) {
            const Reply reply = resultOf(answer, api, QStringLiteral("crm.lead/load"), Effect::Writes);
            checkLog(reply);
            if (reply)
                look(mapping, reply.value);
        }
    }
    lookAtText(QString::fromUtf8(bytes));
    return 0;
}
