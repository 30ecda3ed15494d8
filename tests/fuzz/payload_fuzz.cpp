// SPDX-License-Identifier: Apache-2.0
// What a stranger's badge says: vCard, jCard, MECARD, GS1, a link, anything; and rules for badges that a stranger has written.
#include "sync/contact/badgerule.h"
#include "sync/contact/contactjson.h"
#include "sync/contact/gs1.h"
#include "sync/contact/jsoncard.h"
#include "sync/contact/link.h"
#include "sync/contact/mecard.h"
#include "sync/contact/payload.h"
#include "sync/contact/vcard.h"

#include <QJsonDocument>

using namespace rapport::contact;

namespace
{

/// An input may be an array of rules, a line end, and the badge.
void readByOwnRules(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    if (end < 0 || !bytes.startsWith('['))
        return;
    const QString badge = QString::fromUtf8(bytes.sliced(end + 1));
    if (const auto rules = parseBadgeRules(QJsonDocument::fromJson(bytes.first(end).toByteArray()).array())) {
        if (const auto draft = readByRules(*rules, badge, QStringLiteral("DE")))
            (void)payload(*draft);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    for (const Contact& contact : parsePayload(bytes, QStringLiteral("DE")))
        (void)toJson(contact);
    (void)parseVCards(bytes); // also where it does not look like one
    (void)parseJsonCards(bytes);
    (void)parseJsonBadge(bytes);
    const QString text = QString::fromUtf8(bytes);
    (void)parseMeCard(text);
    (void)parseBizCard(text);
    (void)parseLink(text);
    if (const auto elements = parseGs1(text))
        (void)gs1Note(*elements);
    readByOwnRules(bytes);
    return 0;
}
