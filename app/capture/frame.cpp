// SPDX-License-Identifier: Apache-2.0
#include "app/capture/frame.h"

#include <cstdlib>

namespace rapport::capture
{

namespace
{

constexpr int cellsAcross = 64, cellsDown = 36;

} // namespace

Glance glanceAt(const QImage& luma, const Glance& before)
{
    Glance glance;
    glance.small.resize(cellsAcross * cellsDown);
    int sum = 0;
    for (int down = 0; down < cellsDown; ++down) {
        const uchar* upper = luma.constScanLine((4 * down + 1) * luma.height() / (4 * cellsDown));
        const uchar* lower = luma.constScanLine((4 * down + 3) * luma.height() / (4 * cellsDown));
        for (int across = 0; across < cellsAcross; ++across) {
            const int left = (4 * across + 1) * luma.width() / (4 * cellsAcross), right = (4 * across + 3) * luma.width() / (4 * cellsAcross);
            const int mean = (upper[left] + upper[right] + lower[left] + lower[right]) / 4;
            glance.small[down * cellsAcross + across] = static_cast<char>(mean);
            sum += mean;
        }
    }
    glance.brightness = static_cast<double>(sum) / static_cast<double>(glance.small.size());
    if (before.small.size() == glance.small.size()) {
        int difference = 0;
        for (qsizetype i = 0; i < glance.small.size(); ++i)
            difference += std::abs(static_cast<uchar>(glance.small[i]) - static_cast<uchar>(before.small[i]));
        glance.motion = static_cast<double>(difference) / static_cast<double>(glance.small.size());
    }
    return glance;
}

Frame makeFrame(const QImage& picture)
{
    Frame frame{picture.convertToFormat(QImage::Format_Grayscale8), picture, {}};
    if (!frame.isNull())
        frame.glance = glanceAt(frame.luma, {});
    return frame;
}

} // namespace rapport::capture
