// SPDX-License-Identifier: Apache-2.0
// A vCard as a server hands it out: read, pulled by the mapping that ships, augmented, written back.
#include "davobject.h"
#include "sync/connectors/carddav/carddialect.h"

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    static const rapport::connectors::carddav::CardDialect dialect;
    static const auto mapping = rapport::fuzz::shippedMapping("carddav");
    rapport::fuzz::tryObject(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)), dialect, mapping);
    return 0;
}
