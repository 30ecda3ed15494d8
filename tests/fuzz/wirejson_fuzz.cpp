// SPDX-License-Identifier: Apache-2.0
// JSON bodies, as the hub gets them from devices and devices from hubs. What was understood is written and understood the same again.
#include "sync/wire/enrolment.h"
#include "sync/wire/entitypage.h"
#include "sync/wire/occasion.h"
#include "sync/wire/receipt.h"

#include <cstdlib>

using namespace rapport::wire;

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto page = parseEntityPage(json)) {
        const auto again = parseEntityPage(toJson(*page));
        if (!again || again->rows != page->rows || again->cursor != page->cursor)
            std::abort();
    }
    if (const auto page = parseReceipts(json)) {
        const auto again = parseReceipts(toJson(*page));
        if (!again || again->receipts.size() != page->receipts.size())
            std::abort();
    }
    if (const auto request = parseEnrolRequest(json)) {
        const auto again = parseEnrolRequest(toJson(*request));
        if (!again || again->publicKey != request->publicKey)
            std::abort();
    }
    (void)parseOccasion(json); // each may refuse; all must come back
    (void)parseEnrolReply(json);
    (void)parseDeviceStatus(json);
    (void)parseRenewRequest(json);
    (void)parseRenewReply(json);
    (void)refusalIn(json);
    return 0;
}
