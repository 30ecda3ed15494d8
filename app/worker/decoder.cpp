// SPDX-License-Identifier: Apache-2.0
#include "app/worker/decoder.h"

#include "app/worker/locate.h"
#include "app/worker/view.h"
#include "app/worker/zxing.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>

namespace rapport::worker
{

namespace
{

using capture::Code;
using capture::Effort;
using capture::Kinds;
using Change = void (*)(cv::Mat&);

/// Pixels looked through, and as many times the whole picture, before we give up; the last look may exceed them. They are work and not time, so that
/// a slow or busy machine sees what an idle one sees. On a core of 3 GHz 16 million are a quarter of a second.
constexpr std::size_t workBudget = 18'000'000, wholePictures = 16;
constexpr auto clockBudget = std::chrono::seconds(2); ///< the reader gives up on us at 3
constexpr std::size_t maxRegions = 4;
constexpr double lookedAt = 1920;   ///< pixels of the longer side: what is larger is looked at smaller, and only its regions as they are
constexpr double comfortable = 900; ///< pixels of the longer side when the whole picture is looked at once more
constexpr double someStripes = 0.3, mostlyStripes = 0.9; ///< of a region; a PDF417 is between a linear and a matrix code
constexpr double nearlyAll = 0.95;                       ///< of its box that a region fills when it is not seen from aside
constexpr double littlest = 1.0 / 3, largest = 3;

QPolygonF corners(const cv::RotatedRect& region)
{
    cv::Point2f points[4];
    region.points(points);
    QPolygonF polygon;
    for (const cv::Point2f& point : points)
        polygon.append(QPointF(point.x, point.y));
    return polygon;
}

/// Codes whose check lets much through: UPC-E and the short ones, and those that have none at all.
int looksNeeded(const Code& code)
{
    const bool weak = code.format == QLatin1String("UPC-E") || code.format == QLatin1String("ITF") || code.format == QLatin1String("Codabar") ||
                      (code.format == QLatin1String("Code39") && code.text.size() < 4);
    return weak ? 3 : 2;
}

/// Looks at one view after the other until it has something to say.
class Looker
{
public:
    Looker(const cv::Mat& source, Effort effort, Kinds kinds) : m_source(source), m_effort(effort), m_kinds(kinds) {}

    capture::ReadResult read()
    {
        const double longer = std::max(m_source.cols, m_source.rows);
        const View whole = longer > lookedAt ? scaled(m_source, lookedAt / longer) : asItIs(m_source);
        m_budget = std::max(workBudget, wholePictures * whole.picture.total());
        const bool seen = look(whole);
        if (!seen && m_effort == Effort::Thorough && !lookIntoRegions() && !lookAtWhole(whole) && m_kinds == Kinds::All)
            lookForDataBar(whole);
        return said();
    }

private:
    /// True: the picture has been read.
    bool look(const View& view)
    {
        if (auto matrix = matrixIn(view); !matrix.empty()) {
            m_codes = std::move(matrix);
            return true;
        }
        return lookAlong(view);
    }

    bool look(const View& view, double stripes)
    {
        if (stripes > mostlyStripes)
            return lookAlong(view);
        if (stripes > someStripes)
            return look(view);
        auto matrix = matrixIn(view);
        if (matrix.empty())
            return false;
        m_codes = std::move(matrix);
        return true;
    }

    /// For linear codes alone.
    bool lookAlong(const View& view)
    {
        if (!count(linearIn(view)))
            return false;
        for (const double factor : {0.75, 1.4, 0.6}) { // somebody has to say it, too
            if (m_codes.front().certain)
                break;
            count(linearIn(again(view, factor)));
        }
        return m_codes.front().certain;
    }

    /// True: there was a code, and it now stands in m_codes.
    bool count(std::vector<Code> linear)
    {
        for (Code& code : linear) {
            code.certain = ++m_votes[{code.format, code.text}] >= looksNeeded(code);
            m_codes = {std::move(code)};
        }
        return !linear.empty();
    }

    std::vector<Code> matrixIn(const View& view)
    {
        m_work += view.picture.total();
        return matrixCodes(view);
    }

    std::vector<Code> linearIn(const View& view)
    {
        m_work += view.picture.total();
        return linearCodes(view, m_kinds);
    }

    bool mayLook() const { return m_work < m_budget && std::chrono::steady_clock::now() - m_start < clockBudget; }

    /// All regions plainly, then all of them once more with the next change: the cheap looks at an unlikely region come before the dear ones at a
    /// likely one.
    bool lookIntoRegions()
    {
        struct Seen {
            View view;
            const Region& region;
        };
        const auto regions = locate(m_source, maxRegions);
        if (!regions.empty())
            m_seen = corners(regions.front().box);
        std::vector<Seen> seen;
        for (const Region& region : regions) {
            seen.push_back({cutOut(m_source, region.box, Margin::AsItIs), region});
            if (look(seen.back().view, region.stripes))
                return true;
            if (region.stripes > someStripes && lookAlong(cutOut(m_source, region.box, Margin::Paper)))
                return true;
            if (region.corners.empty() || cv::contourArea(region.corners) > nearlyAll * region.box.size.area())
                continue;
            seen.push_back({flattened(m_source, region.corners), region});
            if (look(seen.back().view, region.stripes))
                return true;
        }
        for (const Change change : {sharpen, invertAndSharpen, sharpenMore, even, invert, binarise}) {
            for (const Seen& one : seen) {
                if (!mayLook())
                    return false;
                if (look(again(one.view, change), one.region.stripes))
                    return true;
            }
        }
        return false;
    }

    bool lookAtWhole(const View& whole)
    {
        const double factor = std::clamp(comfortable / std::max(whole.picture.cols, whole.picture.rows), littlest, largest);
        const View fit = again(whole, factor, 30);
        const std::vector<std::function<View()>> ladder{
            [&] { return again(fit, even); },
            [&] { return again(fit, sharpen); },
            [&] { return again(again(whole, std::min(largest, 2 * factor)), even); },
            [&] { return again(fit, invert); },
            [&] { return tilted(fit, -22.5); },
            [&] { return tilted(fit, 11); },
            [&] { return again(fit, binarise); },
            [&] { return again(fit, thin); },
            [&] { return again(again(fit, 0.5), even); },
        };
        for (const auto& view : ladder) {
            if (!mayLook())
                return false;
            if (look(view()))
                return true;
        }
        return false;
    }

    void lookForDataBar(const View& whole)
    {
        if (count(dataBarCodes(whole)))
            count(dataBarCodes(again(whole, 0.75)));
        else if (count(dataBarCodes(again(whole, even))))
            count(dataBarCodes(again(again(whole, 0.75), even)));
    }

    /// A thorough look has had its chance to agree with itself; of a quick one the caller knows the next picture.
    capture::ReadResult said()
    {
        if (m_effort == Effort::Thorough)
            std::erase_if(m_codes, [](const Code& code) { return !code.certain; });
        return {std::move(m_codes), std::move(m_seen), 0};
    }

    const cv::Mat& m_source;
    const Effort m_effort;
    const Kinds m_kinds;
    std::size_t m_work = 0, m_budget = 0; ///< pixels
    const std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::map<std::pair<QString, QString>, int> m_votes;
    std::vector<Code> m_codes;
    QPolygonF m_seen;
};

} // namespace

capture::ReadResult decode(const unsigned char* luma, int width, int height, Effort effort, Kinds kinds)
{
    const cv::Mat source(height, width, CV_8UC1, const_cast<unsigned char*>(luma));
    return Looker(source, effort, kinds).read();
}

} // namespace rapport::worker
