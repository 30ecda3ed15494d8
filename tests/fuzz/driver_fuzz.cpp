// SPDX-License-Identifier: Apache-2.0
// The driver's protocol: lines of JSON in any order. Each line gets exactly one reply, and none may end the process.
#include "app/tool/drive/formsdriver.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    rapport::tool::FormsDriver driver;
    int left = 40;
    for (const QByteArray& line : bytes.split('\n')) {
        if (line.isEmpty() || --left < 0)
            continue;
        const QByteArray reply = driver.answer(line);
        if (reply.isEmpty() || reply.contains('\n'))
            std::abort();
    }
    return 0;
}
