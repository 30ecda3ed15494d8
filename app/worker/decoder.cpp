// SPDX-License-Identifier: Apache-2.0
#include "app/worker/decoder.h"

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
using Clock = std::chrono::steady_clock;
using ZXing::BarcodeFormat;

constexpr auto budget = std::chrono::milliseconds(1200);
constexpr int maxLadderPixels = 8'000'000; ///< larger pictures are not blown up further

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

View inverted(const cv::Mat& source, double factor)
{
    View view = scaled(source, factor);
    cv::bitwise_not(view.picture, view.picture);
    return view;
}

View binarised(const cv::Mat& source, double factor)
{
    View view = scaled(source, factor);
    cv::adaptiveThreshold(view.picture, view.picture, 255, cv::ADAPTIVE_THRESH_GAUSSIAN_C, cv::THRESH_BINARY, 51, 8);
    return view;
}

View turned(const cv::Mat& source, double degrees)
{
    const cv::Point2f centre(static_cast<float>(source.cols) / 2, static_cast<float>(source.rows) / 2);
    const cv::Mat there = cv::getRotationMatrix2D(centre, degrees, 1);
    cv::Mat back;
    cv::invertAffineTransform(there, back);
    View view{{}, [back](const QPointF& point) {
                  return QPointF(back.at<double>(0, 0) * point.x() + back.at<double>(0, 1) * point.y() + back.at<double>(0, 2),
                                 back.at<double>(1, 0) * point.x() + back.at<double>(1, 1) * point.y() + back.at<double>(1, 2));
              }};
    cv::warpAffine(source, view.picture, there, source.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return view;
}

} // namespace

std::vector<Code> decode(const unsigned char* luma, int width, int height)
{
    const auto start = Clock::now();
    const cv::Mat source(height, width, CV_8UC1, const_cast<unsigned char*>(luma));
    const double factor = static_cast<double>(width) * height * 4 <= maxLadderPixels ? 2 : 1;
    const std::vector<std::function<View()>> ladder{
        [&] { return View{source, same}; },    [&] { return sharpened(source, factor); }, [&] { return evened(source); },
        [&] { return turned(source, -22.5); }, [&] { return inverted(source, factor); },  [&] { return binarised(source, factor); },
    };
    std::map<std::pair<QString, QString>, int> votes;
    for (const auto& look : ladder) {
        if (Clock::now() - start > budget)
            break;
        const View view = look();
        if (auto codes = matrixCodes(view); !codes.empty())
            return codes;
        for (const Code& code : linearCodes(view)) {
            if (++votes[{code.format, code.text}] == 2)
                return {code};
        }
    }
    return {};
}

} // namespace rapport::worker
