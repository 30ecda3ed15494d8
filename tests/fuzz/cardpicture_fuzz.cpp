// SPDX-License-Identifier: Apache-2.0
// A picture of a card, up to its lines. Without Tesseract's models: Tesseract is not ours and may die, which is what the worker is for.
#include "app/worker/card.h"

#include <cstdlib>
#include <vector>

using namespace rapport;

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    static const bool without = ::setenv("TESSDATA_PREFIX", "/nowhere", 1) == 0;
    if (!without || size < 8)
        return 0;
    // The bytes are large soft pixels of a small picture, or it would be nothing but noise.
    const int width = 100 + data[0] * 2, height = 100 + data[1] * 2, cells = 4 + data[2] % 60;
    std::vector<unsigned char> rgb(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const std::size_t cell = static_cast<std::size_t>(y * cells / height * cells + x * cells / width);
            for (std::size_t channel = 0; channel < 3; ++channel)
                rgb[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3 + channel] =
                    data[(cell + channel) % size];
        }
    }
    static worker::LineReader reader;
    (void)worker::readCard(rgb.data(), width, height, reader, [](const unsigned char*, int, int) { return std::vector<capture::Code>(); });
    return 0;
}
