// SPDX-License-Identifier: Apache-2.0
// A mapping file for Odoo that a site wrote: read, and where it is accepted, its domains and texts filled in.
#include "sync/connectors/odoo/mapping.h"

using namespace rapport::connectors::odoo;

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto mapping = parseMapping(json, {{QStringLiteral("project"), QStringLiteral("service")}});
    if (!mapping)
        return 0;
    const rapport::connectors::rest::Names echo = [](const QString& name) { return name; };
    const rapport::connectors::rest::Names seven = [](const QString&) { return QStringLiteral("7"); };
    const auto readAgain = [](const Domain& domain, const rapport::connectors::rest::Names& names) {
        const auto filled = domain.filled(names);
        if (!filled)
            return;
        const auto again = rapport::connectors::rest::parseJson(filled->bytes());
        if (!again || again->bytes() != filled->bytes())
            qFatal("what was written is not what is read");
    };
    for (const auto& [name, lookUp] : mapping->lookUps)
        readAgain(lookUp.domain, seven);
    for (const auto& [name, list] : mapping->lists) {
        if (list.push) {
            (void)list.pushed(); // what it names has been checked
            (void)list.push->number.filled(echo);
            for (const Find& find : list.push->find) {
                readAgain(find.domain, echo);
                readAgain(find.domain, seven);
            }
        }
        if (list.pull) {
            for (const QString& field : list.pulled()) {
                if (field.isEmpty())
                    qFatal("a field without a name is asked for");
            }
            readAgain(list.pull->domain, echo);
        }
    }
    return 0;
}
