// SPDX-License-Identifier: Apache-2.0
// A calendar object as a server hands it out: read, pulled by the mapping that ships, augmented with its times, written back.
#include "davobject.h"
#include "sync/connectors/caldav/calendardialect.h"

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    static const rapport::connectors::caldav::CalendarDialect dialect(QTimeZone("Europe/Berlin"));
    static const auto mapping = rapport::fuzz::shippedMapping("caldav");
    rapport::fuzz::tryObject(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)), dialect, mapping);
    return 0;
}
