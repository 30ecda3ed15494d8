// SPDX-License-Identifier: Apache-2.0
#include "app/worker/decoder.h"

#include "app/worker/locate.h"

#include <ZXing/ReadBarcode.h>
#include <opencv2/imgproc.hpp>

#include <chrono>
#include <functional>
#include <map>

namespace rapport::worker
{

namespace
{

using capture::Code;
using capture::Effort;
using Clock = std::chrono::steady_clock;
using ZXing::BarcodeFormat;

constexpr auto budget = std::chrono::milliseconds(1200);
constexpr std::size_t maxRegions = 4;
constexpr double cutOutSide = 640, cutOutMost = 1400; ///< pixels: the shorter side aimed at, the longer one at most
constexpr int maxLadderPixels = 8'000'000;            ///< larger pictures are not blown up further

/// One way of looking at the picture, and the way back to its coordinates.
struct View {
    cv::Mat picture;
    std::function<QPointF(const QPointF&)> original;
};

QPointF same(const QPointF& point)
{
    return point;
}

std::vector<Code> read(const View& view, ZXing::BarcodeFormats formats, int symbols)
{
    ZXing::DecodeHints hints;
    hints.setFormats(formats);
    hints.setTryHarder(true);
    hints.setTryRotate(true);
    hints.setMaxNumberOfSymbols(static_cast<uint8_t>(symbols));
    const ZXing::ImageView image(view.picture.data, view.picture.cols, view.picture.rows, ZXing::ImageFormat::Lum,
                                 static_cast<int>(view.picture.step));
    std::vector<Code> codes;
    for (const ZXing::Result& result : ZXing::ReadBarcodes(image, hints)) {
        if (!result.isValid())
            continue;
        Code code{QString::fromStdString(ZXing::ToString(result.format())), QString::fromStdString(result.text()), {}};
        const auto& at = result.position();
        for (const auto& corner : {at.topLeft(), at.topRight(), at.bottomRight(), at.bottomLeft()})
            code.points.append(view.original(QPointF(corner.x, corner.y)));
        if (code.text.size() > 1)
            codes.push_back(std::move(code));
    }
    return codes;
}

std::vector<Code> matrixCodes(const View& view)
{
    return read(view, BarcodeFormat::QRCode | BarcodeFormat::DataMatrix | BarcodeFormat::Aztec | BarcodeFormat::PDF417, 8);
}

/// Without DataBar and one symbol a call: the two settings under which 1.4.0 does not abort.
std::vector<Code> linearCodes(const View& view)
{
    return read(view,
                BarcodeFormat::Code128 | BarcodeFormat::Code39 | BarcodeFormat::Code93 | BarcodeFormat::Codabar | BarcodeFormat::ITF |
                    BarcodeFormat::EAN13 | BarcodeFormat::EAN8 | BarcodeFormat::UPCA | BarcodeFormat::UPCE,
                1);
}

View scaled(const cv::Mat& source, double factor)
{
    View view{{}, [factor](const QPointF& point) { return point / factor; }};
    cv::resize(source, view.picture, {}, factor, factor, cv::INTER_CUBIC);
    return view;
}

View sharpened(const cv::Mat& source, double factor)
{
    View view = scaled(source, factor);
    cv::Mat soft;
    cv::GaussianBlur(view.picture, soft, {0, 0}, 2);
    cv::addWeighted(view.picture, 1.8, soft, -0.8, 0, view.picture);
    return view;
}

View evened(const cv::Mat& source)
{
    View view{{}, same};
    cv::createCLAHE(3, {8, 8})->apply(source, view.picture);
    return view;
}

void invert(cv::Mat& picture)
{
    cv::bitwise_not(picture, picture);
}

View inverted(const cv::Mat& source, double factor)
{
    View view = scaled(source, factor);
    invert(view.picture);
    return view;
}

View binarised(const cv::Mat& source, double factor)
{
    View view = scaled(source, factor);
    cv::adaptiveThreshold(view.picture, view.picture, 255, cv::ADAPTIVE_THRESH_GAUSSIAN_C, cv::THRESH_BINARY, 51, 8);
    return view;
}

std::function<QPointF(const QPointF&)> backThrough(const cv::Mat& there)
{
    cv::Mat back;
    cv::invertAffineTransform(there, back);
    return [back](const QPointF& point) {
        return QPointF(back.at<double>(0, 0) * point.x() + back.at<double>(0, 1) * point.y() + back.at<double>(0, 2),
                       back.at<double>(1, 0) * point.x() + back.at<double>(1, 1) * point.y() + back.at<double>(1, 2));
    };
}

QPolygonF corners(const cv::RotatedRect& region)
{
    cv::Point2f points[4];
    region.points(points);
    QPolygonF polygon;
    for (const cv::Point2f& point : points)
        polygon.append(QPointF(point.x, point.y));
    return polygon;
}

View turned(const cv::Mat& source, double degrees)
{
    const cv::Point2f centre(static_cast<float>(source.cols) / 2, static_cast<float>(source.rows) / 2);
    const cv::Mat there = cv::getRotationMatrix2D(centre, degrees, 1);
    View view{{}, backThrough(there)};
    cv::warpAffine(source, view.picture, there, source.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return view;
}

/// One region cut out with a quiet zone around it, upright, and so large that its modules can be told apart.
View cutOut(const cv::Mat& source, const cv::RotatedRect& region)
{
    const double longer = std::max(region.size.width, region.size.height), shorter = std::min(region.size.width, region.size.height);
    const double margin = 0.12 * longer + 12, factor = std::clamp(cutOutSide / std::max(1.0, shorter), 1.0, 4.0);
    const double scale = std::min(factor, cutOutMost / (longer + 2 * margin));
    const cv::Size size(static_cast<int>((region.size.width + 2 * margin) * scale), static_cast<int>((region.size.height + 2 * margin) * scale));
    cv::Mat there = cv::getRotationMatrix2D(region.center, region.angle, scale);
    there.at<double>(0, 2) += size.width / 2.0 - region.center.x;
    there.at<double>(1, 2) += size.height / 2.0 - region.center.y;
    View view{{}, backThrough(there)};
    cv::warpAffine(source, view.picture, there, size, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    return view;
}

/// The same seen from straight ahead: its four corners become those of a rectangle.
View flattened(const cv::Mat& source, const std::vector<cv::Point2f>& quad)
{
    const auto length = [&](std::size_t a, std::size_t b) { return cv::norm(quad[a] - quad[b]); };
    const double width = std::max(length(0, 1), length(2, 3)), height = std::max(length(1, 2), length(3, 0));
    const double scale = std::min(std::clamp(cutOutSide / std::max(1.0, std::min(width, height)), 1.0, 4.0), cutOutMost / std::max(width, height));
    const double margin = 0.12 * std::max(width, height) * scale + 12, right = width * scale + margin, bottom = height * scale + margin;
    const std::vector<cv::Point2f> target{cv::Point2d(margin, margin), cv::Point2d(right, margin), cv::Point2d(right, bottom),
                                          cv::Point2d(margin, bottom)};
    const cv::Mat there = cv::getPerspectiveTransform(quad, target), back = there.inv();
    View view{{}, [back](const QPointF& point) {
                  const cv::Mat at = back * (cv::Mat_<double>(3, 1) << point.x(), point.y(), 1);
                  return QPointF(at.at<double>(0) / at.at<double>(2), at.at<double>(1) / at.at<double>(2));
              }};
    cv::warpPerspective(source, view.picture, there, cv::Size(static_cast<int>(right + margin), static_cast<int>(bottom + margin)), cv::INTER_CUBIC,
                        cv::BORDER_REPLICATE);
    return view;
}

/// Another look at the same cut-out: its pixels changed, its places kept.
View again(const View& view, const std::function<void(cv::Mat&)>& change)
{
    View other{view.picture.clone(), view.original};
    change(other.picture);
    return other;
}

void sharpen(cv::Mat& picture)
{
    cv::Mat soft;
    cv::GaussianBlur(picture, soft, {0, 0}, 3);
    cv::addWeighted(picture, 2.2, soft, -1.2, 0, picture);
}

void even(cv::Mat& picture)
{
    cv::createCLAHE(3, {4, 4})->apply(picture, picture);
}

void binarise(cv::Mat& picture)
{
    cv::GaussianBlur(picture, picture, {0, 0}, 1.2);
    cv::adaptiveThreshold(picture, picture, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY, 61, 4);
}

void invertAndSharpen(cv::Mat& picture)
{
    invert(picture);
    sharpen(picture);
}

/// Looks at one view after the other until it has something to say.
class Looker
{
public:
    Looker(const cv::Mat& source, Effort effort) : m_source(source), m_effort(effort) {}

    /// True: the picture has been read.
    bool look(const View& view)
    {
        if (auto matrix = matrixCodes(view); !matrix.empty()) {
            m_codes = std::move(matrix);
            return true;
        }
        for (Code& code : linearCodes(view)) {
            const bool agreed = ++m_votes[{code.format, code.text}] == 2;
            code.certain = agreed;
            m_codes = {std::move(code)};
            if (agreed)
                return true;
        }
        return false;
    }
    bool inTime() const { return Clock::now() - m_start < budget; }

    capture::ReadResult read()
    {
        if (look({m_source, same}))
            return said();
        if (m_effort == Effort::Quick) {
            if (!m_codes.empty()) // a linear code: once more, a little smaller
                look(scaled(m_source, 0.75));
            return said();
        }
        const auto regions = locate(m_source, maxRegions);
        if (!regions.empty())
            m_seen = corners(regions.front().box);
        for (const Region& region : regions) {
            if (lookInto(cutOut(m_source, region.box)) || (!region.corners.empty() && lookInto(flattened(m_source, region.corners))))
                return said();
        }
        lookAtWhole();
        return said();
    }

private:
    bool lookInto(const View& plain)
    {
        if (look(plain))
            return true;
        for (const auto& change : {sharpen, even, binarise, invert, invertAndSharpen}) {
            if (!inTime())
                return false;
            if (look(again(plain, change)))
                return true;
        }
        return false;
    }

    void lookAtWhole()
    {
        const double factor = static_cast<double>(m_source.total()) * 4 <= maxLadderPixels ? 2 : 1;
        const std::vector<std::function<View()>> ladder{
            [&] { return sharpened(m_source, factor); }, [&] { return evened(m_source); },
            [&] { return turned(m_source, -22.5); },     [&] { return inverted(m_source, factor); },
            [&] { return binarised(m_source, factor); },
        };
        for (const auto& view : ladder) {
            if (!inTime() || look(view()))
                return;
        }
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
    const Clock::time_point m_start = Clock::now();
    std::map<std::pair<QString, QString>, int> m_votes;
    std::vector<Code> m_codes;
    QPolygonF m_seen;
};

} // namespace

capture::ReadResult decode(const unsigned char* luma, int width, int height, Effort effort)
{
    const cv::Mat source(height, width, CV_8UC1, const_cast<unsigned char*>(luma));
    return Looker(source, effort).read();
}

} // namespace rapport::worker
