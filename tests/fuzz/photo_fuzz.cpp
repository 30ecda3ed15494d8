// SPDX-License-Identifier: Apache-2.0
// What stands around a picture: the segments of a JPEG as the worker walks them, and what the worker answers. The decoders themselves are not ours
// and may die: that is what the worker is for.
#include "app/photo/photo.h"

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    (void)rapport::photo::reachesItsEnd(bytes);
    (void)rapport::photo::parseReply(bytes);
    return 0;
}
