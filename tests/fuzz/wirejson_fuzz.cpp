// SPDX-License-Identifier: Apache-2.0
// JSON bodies, as the hub gets them from devices and devices from hubs. What was understood is written and understood the same again.
#include "sync/wire/asset.h"
#include "sync/wire/conflict.h"
#include "sync/wire/enrolment.h"
#include "sync/wire/entitypage.h"
#include "sync/wire/handover.h"
#include "sync/wire/occasion.h"
#include "sync/wire/receipt.h"
#include "sync/wire/rescue.h"

#include <cstdlib>

using namespace rapport::wire;

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto page = parseEntityPage(json)) {
        const auto again = parseEntityPage(toJson(*page));
        if (!again || again->rows != page->rows || again->cursor != page->cursor)
            std::abort();
        for (const EntityRow& row : page->rows) { // any of them may be of the list of assets
            const auto asset = assetOf(row.id, row.label, row.properties);
            const auto read = asset ? assetOf(asset->id, asset->title, assetProperties(*asset)) : asset;
            if (asset && (!read || *read != *asset))
                std::abort();
        }
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
    if (const auto handOver = parseHandOver(json)) {
        const auto again = parseHandOver(toJson(*handOver));
        if (!again || *again != *handOver)
            std::abort();
    }
    if (const auto conflicts = parseConflicts(json)) {
        const auto again = parseConflicts(toJson(*conflicts));
        if (!again || *again != *conflicts)
            std::abort();
    }
    if (const auto decision = parseDecision(json)) {
        const auto again = parseDecision(toJson(*decision));
        if (!again || *again != *decision)
            std::abort();
    }
    if (const auto verdict = parseVerdict(json)) {
        const auto again = parseVerdict(toJson(*verdict));
        if (!again || *again != *verdict)
            std::abort();
    }
    if (const auto report = parseRescueReport(json)) {
        const auto again = parseRescueReport(toJson(*report));
        if (!again || *again != *report)
            std::abort();
    }
    (void)assetKindOf(json.left(32));
    (void)parseHandOvers(json);
    (void)parsePeople(json);
    (void)parseOccasion(json); // each may refuse; all must come back
    (void)parseEnrolReply(json);
    (void)parseDeviceStatus(json);
    (void)parseRenewRequest(json);
    (void)parseRenewReply(json);
    (void)refusalIn(json);
    return 0;
}
