// SPDX-License-Identifier: Apache-2.0
// What a CardDAV or CalDAV server answers in XML.
#include "sync/connectors/dav/multistatus.h"
#include "sync/connectors/dav/pullcursor.h"

#include <cstdlib>

using namespace rapport::connectors::dav;

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto found = parseMultistatus(bytes)) {
        PullCursor cursor; // what the server calls its members and tokens comes back as it was
        cursor.token = found->syncToken;
        for (const auto& member : found->members) {
            cursor.pending.append(member.name);
            cursor.known[member.name] = {PullCursor::versionOf(member.etag), member.status == 0};
        }
        const auto again = PullCursor::parse(cursor.bytes());
        if (!again || again->pending != cursor.pending)
            std::abort();
    }
    (void)parseFacts(bytes); // each may refuse; all must come back
    (void)preconditionOf(bytes);
    (void)PullCursor::parse(bytes);
    return 0;
}
