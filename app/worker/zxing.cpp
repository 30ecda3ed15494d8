// SPDX-License-Identifier: Apache-2.0
#include "app/worker/zxing.h"

#include <ZXing/ReadBarcode.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>

namespace rapport::worker
{

namespace
{

using capture::Code;
using ZXing::BarcodeFormat;

constexpr rlim_t childSeconds = 1;
constexpr std::size_t longestReply = 4096; ///< bytes; a DataBar holds 74 digits

ZXing::Results read(const cv::Mat& picture, ZXing::BarcodeFormats formats, int symbols)
{
    ZXing::DecodeHints hints;
    hints.setFormats(formats);
    hints.setTryHarder(true);
    hints.setTryRotate(true);
    hints.setMaxNumberOfSymbols(static_cast<uint8_t>(symbols));
    hints.setTryCode39ExtendedMode(true);
    hints.setReturnCodabarStartEnd(true); // they belong to the number: libraries tell their members by them
    hints.setEanAddOnSymbol(ZXing::EanAddOnSymbol::Read);
    const ZXing::ImageView image(picture.data, picture.cols, picture.rows, ZXing::ImageFormat::Lum, static_cast<int>(picture.step));
    return ZXing::ReadBarcodes(image, hints);
}

std::vector<Code> codesOf(const ZXing::Results& results, const View& view)
{
    std::vector<Code> codes;
    for (const ZXing::Result& result : results) {
        if (!result.isValid())
            continue;
        Code code{QString::fromLatin1(ZXing::ToString(result.format())), QString::fromStdString(result.text()), {}};
        const auto& at = result.position();
        for (const auto& corner : {at.topLeft(), at.topRight(), at.bottomRight(), at.bottomLeft()})
            code.points.append(view.original(QPointF(corner.x, corner.y)));
        const bool matrix = ZXing::BarcodeFormats(BarcodeFormat::MatrixCodes).testFlag(result.format());
        if (code.format == QLatin1String("UPC-E") || code.format == QLatin1String("EAN-8"))
            code.text = code.text.section(QLatin1Char(' '), 0, 0); // what is taken for an add-on of these is the next thing in the picture
        if (code.text.size() > 1 || (matrix && !code.text.isEmpty()))
            codes.push_back(std::move(code));
    }
    return codes;
}

/// In the child: "FORMAT x y x y x y x y\nTEXT".
std::string dataBarReply(const cv::Mat& picture)
{
    std::string reply;
    for (const ZXing::Result& result : read(picture, BarcodeFormat::DataBar | BarcodeFormat::DataBarExpanded, 1)) {
        if (!result.isValid() || !reply.empty())
            continue;
        reply = ZXing::ToString(result.format());
        const auto& at = result.position();
        for (const auto& corner : {at.topLeft(), at.topRight(), at.bottomRight(), at.bottomLeft()})
            reply += ' ' + std::to_string(corner.x) + ' ' + std::to_string(corner.y);
        reply += '\n' + result.text();
    }
    return reply.substr(0, longestReply);
}

[[noreturn]] void answerAndEnd(const cv::Mat& picture, int out)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit seconds{childSeconds, childSeconds};
    ::setrlimit(RLIMIT_CPU, &seconds);
    std::string reply;
    try {
        reply = dataBarReply(picture);
    } catch (...) { // as good as dead
    }
    (void)!::write(out, reply.data(), reply.size()); // nobody is there to hear of a failure
    ::_exit(0);
}

std::string readAll(int in)
{
    std::string text;
    std::array<char, longestReply> part{};
    for (ssize_t got = 0; (got = ::read(in, part.data(), part.size())) > 0;)
        text.append(part.data(), static_cast<std::size_t>(got));
    return text;
}

} // namespace

std::vector<Code> matrixCodes(const View& view)
{
    return codesOf(read(view.picture,
                        BarcodeFormat::QRCode | BarcodeFormat::MicroQRCode | BarcodeFormat::DataMatrix | BarcodeFormat::Aztec | BarcodeFormat::PDF417,
                        8),
                   view);
}

std::vector<Code> linearCodes(const View& view, capture::Kinds kinds)
{
    ZXing::BarcodeFormats formats =
        BarcodeFormat::Code128 | BarcodeFormat::Code39 | BarcodeFormat::Code93 | BarcodeFormat::Codabar | BarcodeFormat::ITF;
    if (kinds == capture::Kinds::All)
        formats |= BarcodeFormat::EAN13 | BarcodeFormat::EAN8 | BarcodeFormat::UPCA | BarcodeFormat::UPCE;
    return codesOf(read(view.picture, formats, 1), view);
}

std::vector<Code> dataBarCodes(const View& view)
{
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        return {};
    const pid_t child = ::fork();
    if (child == 0)
        answerAndEnd(view.picture, pipe[1]);
    ::close(pipe[1]);
    const QString reply = child > 0 ? QString::fromStdString(readAll(pipe[0])) : QString();
    ::close(pipe[0]);
    if (child > 0)
        ::waitpid(child, nullptr, 0);
    const QStringList head = reply.section(QLatin1Char('\n'), 0, 0).split(QLatin1Char(' '));
    if (head.size() != 9)
        return {};
    Code code{head.front(), reply.section(QLatin1Char('\n'), 1), {}};
    for (qsizetype i = 1; i < head.size(); i += 2)
        code.points.append(view.original(QPointF(head[i].toDouble(), head[i + 1].toDouble())));
    return {code};
}

} // namespace rapport::worker
