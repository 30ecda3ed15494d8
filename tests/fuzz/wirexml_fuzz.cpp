// SPDX-License-Identifier: Apache-2.0
// XML bodies and header values of OpenRosa, and the text of an invitation's QR.
#include "sync/wire/enrolment.h"
#include "sync/wire/openrosa.h"

#include <cstdlib>

using namespace rapport::wire;

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto forms = parseFormList(bytes)) {
        const auto again = parseFormList(formListXml(*forms));
        if (!again || again->size() != forms->size())
            std::abort();
    }
    if (const auto files = parseFilesHeader(bytes)) {
        const auto again = parseFilesHeader(filesHeaderValue(*files));
        if (!again || *again != *files)
            std::abort();
    }
    if (const auto count = parseCount(bytes); count && parseCount(QByteArray::number(*count)) != count)
        std::abort();
    (void)parseResponse(bytes); // each may refuse; all must come back
    (void)parseSubmissionHead(bytes);
    (void)refusalInHeader(bytes);
    if (const auto invitation = parseInvitation(QString::fromUtf8(bytes))) {
        const auto again = parseInvitation(invitationText(*invitation));
        if (!again || invitationText(*again) != invitationText(*invitation))
            std::abort();
    }
    return 0;
}
