// SPDX-License-Identifier: Apache-2.0
// What is done to a picture before ZXing sees it: where something like a code stands, cutting it out, flattening it, changing it. ZXing itself is not
// ours and may die: that is what the worker is for. An input is a width, a byte that says how often it is repeated and which change is made, and the
// luma of a small picture.
#include "app/worker/locate.h"
#include "app/worker/view.h"

#include <QtGlobal>

using namespace rapport::worker;

namespace
{

constexpr std::size_t maxRegions = 2;
constexpr int maxSide = 400;

void lookAgain(const View& view, int which)
{
    if (view.picture.empty() || view.picture.cols > 4000 || view.picture.rows > 4000)
        qFatal("a view is empty or larger than anybody can want");
    const auto changes = {sharpen, sharpenMore, even, binarise, invert, invertAndSharpen, thin};
    const View changed = again(view, changes.begin()[static_cast<std::size_t>(which) % changes.size()]);
    if (changed.picture.size() != view.picture.size())
        qFatal("a change has changed the size");
    (void)(which % 2 ? again(view, 0.6) : tilted(view, 11)).original({3, 4});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    if (size < 4)
        return 0;
    const int width = 1 + data[0], repeat = 1 + data[1] % 8;
    const int height = static_cast<int>((size - 2) / static_cast<std::size_t>(width));
    if (height == 0)
        return 0;
    const cv::Mat small(height, width, CV_8UC1, const_cast<quint8*>(data + 2));
    cv::Mat luma = cv::repeat(small, 1, 1);
    if (width * repeat <= maxSide && height * repeat <= maxSide)
        cv::repeat(small, repeat, repeat, luma);
    for (const Region& region : locate(luma, maxRegions)) {
        lookAgain(cutOut(luma, region.box, data[1] % 16 < 8 ? Margin::AsItIs : Margin::Paper), data[1] / 8);
        if (!region.corners.empty())
            (void)flattened(luma, region.corners).original({3, 4});
    }
    (void)scaled(luma, 0.4, 30);
    return 0;
}
