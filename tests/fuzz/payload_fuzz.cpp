// SPDX-License-Identifier: Apache-2.0
// What a stranger's badge says: vCard, MECARD, a link, anything.
#include "sync/contact/contactjson.h"
#include "sync/contact/payload.h"
#include "sync/contact/vcard.h"

using namespace rapport::contact;

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    for (const Contact& contact : parsePayload(bytes, QStringLiteral("DE")))
        (void)toJson(contact);
    (void)parseVCards(bytes); // also where it does not look like one
    return 0;
}
