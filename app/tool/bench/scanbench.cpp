// SPDX-License-Identifier: Apache-2.0
// Codes: what is read of pictures with one, what of pictures without, and how long it takes, against ZXing alone on the same pictures.
#include "app/capture/helper.h"
#include "app/capture/reader.h"
#include "app/tool/bench/bench.h"
#include "app/tool/bench/drawncard.h"
#include "app/tool/bench/drawncode.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>

#include <algorithm>
#include <optional>

namespace rapport::tool
{

namespace
{

constexpr int drawn = 60, empty = 9, patienceMs = 600'000;
constexpr QSize frame(1920, 1080);

/// A picture of which all texts, or one of several spellings, must be read; none: there is no code in it.
struct Sample {
    QString path;
    QStringList texts;
    bool all = false;
};

Result<std::vector<Sample>> readTruth(const QString& folder, int count)
{
    std::vector<Sample> samples;
    for (const QString& name : {QStringLiteral("/truth.json"), QStringLiteral("/expected.json")}) {
        QFile file(folder + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QJsonValue value : QJsonDocument::fromJson(file.readAll()).array()) {
            const QJsonObject one = value.toObject();
            Sample sample{folder + QLatin1Char('/') + one[QLatin1String("file")].toString(), {}, one.contains(QLatin1String("codes"))};
            for (const QJsonValue code : one[QLatin1String("codes")].toArray())
                sample.texts.append(code.toObject()[QLatin1String("text")].toString());
            for (const QJsonValue text : one[QLatin1String("texts")].toArray())
                sample.texts.append(text.toString());
            if (count == 0 || static_cast<int>(samples.size()) < count)
                samples.push_back(std::move(sample));
        }
    }
    if (samples.empty())
        return Error{Error::Kind::NotFound, QStringLiteral("there is no truth.json and no expected.json in %1").arg(folder)};
    return samples;
}

Result<std::vector<Sample>> samplesOf(const BenchOptions& options)
{
    if (!options.data.isEmpty())
        return readTruth(options.data, options.count);
    std::vector<Sample> samples;
    const int count = options.count > 0 ? options.count : drawn;
    for (int i = 0; i < count; ++i) {
        const DrawnCode code = drawCode(static_cast<unsigned>(i));
        const Sample sample{QStringLiteral("%1/%2.png").arg(options.folder).arg(i), {code.text}};
        if (!code.picture.save(sample.path))
            return Error{Error::Kind::Full, QStringLiteral("the codes cannot be written")};
        samples.push_back(sample);
    }
    return samples;
}

/// Business cards, full of edges that are no code, as frames of a camera.
Result<std::vector<Sample>> framesWithout(const QString& folder)
{
    std::vector<Sample> frames;
    for (int i = 0; i < empty; ++i) {
        frames.push_back({QStringLiteral("%1/empty%2.png").arg(folder).arg(i), {}});
        if (!drawCard(static_cast<unsigned>(i)).picture.scaled(frame).save(frames.back().path))
            return Error{Error::Kind::Full, QStringLiteral("the frames cannot be written")};
    }
    return frames;
}

struct Tally {
    std::vector<double> ms, work;
    int read = 0, wanted = 0, wrong = 0, invented = 0, deaths = 0;

    void add(const Sample& sample, const QStringList& texts)
    {
        const auto found = [&](const QString& text) { return texts.contains(text); };
        const bool right = !sample.texts.isEmpty() && (sample.all ? std::all_of(sample.texts.begin(), sample.texts.end(), found)
                                                                  : std::any_of(sample.texts.begin(), sample.texts.end(), found));
        wanted += sample.texts.isEmpty() ? 0 : 1;
        read += right ? 1 : 0;
        wrong += !sample.texts.isEmpty() && !right && !texts.isEmpty() ? 1 : 0;
        invented += sample.texts.isEmpty() && !texts.isEmpty() ? 1 : 0;
    }
};

std::optional<capture::ReadResult> readOne(capture::Reader& reader, const QImage& picture, capture::Effort effort)
{
    std::optional<capture::ReadResult> result;
    QEventLoop loop;
    QObject::connect(&reader, &capture::Reader::finished, &loop, [&](quint64, const capture::ReadResult& found) {
        result = found;
        loop.quit();
    });
    QObject::connect(&reader, &capture::Reader::failed, &loop, &QEventLoop::quit);
    reader.read(picture, effort);
    loop.exec();
    return result;
}

Tally readAll(const std::vector<Sample>& samples, capture::Effort effort)
{
    capture::Reader reader(capture::helperProgram(QStringLiteral("rapport-worker")));
    (void)readOne(reader, QImage(samples.front().path), effort); // starts the worker
    Tally tally;
    for (const Sample& sample : samples) {
        const QImage picture(sample.path);
        std::optional<capture::ReadResult> result;
        const double before = workOf(reader.workerPid());
        tally.ms.push_back(timed([&] { result = readOne(reader, picture, effort); }));
        tally.work.push_back(std::max(0.0, workOf(reader.workerPid()) - before));
        tally.deaths += result ? 0 : 1;
        QStringList texts;
        for (const capture::Code& code : result ? result->codes : std::vector<capture::Code>())
            texts.append(code.text);
        tally.add(sample, texts);
    }
    return tally;
}

struct Plain {
    Tally tally;
    std::vector<double> matrix, ourMatrix;
};

/// ZXing dies of some pictures; it goes on with the next.
Plain readPlain(const std::vector<Sample>& samples)
{
    Plain plain;
    for (std::size_t at = 0; at < samples.size();) {
        QStringList paths;
        for (std::size_t i = at; i < samples.size(); ++i)
            paths.append(samples[i].path);
        QProcess process;
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(capture::helperProgram(QStringLiteral("rapport-plain-scanner")), paths);
        process.waitForFinished(patienceMs);
        for (; process.canReadLine() && at < samples.size(); ++at) {
            const QJsonObject line = QJsonDocument::fromJson(process.readLine()).object();
            plain.tally.ms.push_back(line[QLatin1String("ms")].toDouble());
            plain.matrix.push_back(line[QLatin1String("matrix_ms")].toDouble());
            plain.ourMatrix.push_back(line[QLatin1String("our_matrix_ms")].toDouble());
            plain.tally.add(samples[at], line[QLatin1String("texts")].toVariant().toStringList());
        }
        if (at < samples.size()) { // of this one
            ++plain.tally.deaths;
            plain.tally.add(samples[at++], {});
        }
    }
    return plain;
}

} // namespace

Result<std::vector<Figure>> benchScan(const BenchOptions& options)
{
    const auto samples = samplesOf(options);
    if (!samples)
        return samples.error();
    const auto frames = framesWithout(options.folder);
    if (!frames)
        return frames.error();
    const Tally ours = readAll(*samples, capture::Effort::Thorough), quick = readAll(*frames, capture::Effort::Quick),
                ladder = readAll(*frames, capture::Effort::Thorough);
    const Plain plain = readPlain(*samples), plainFrames = readPlain(*frames);
    const QString ms = QStringLiteral("ms"), zxing = QStringLiteral("ZXing alone");
    const auto count = [&](const char* name, int value, int reference) {
        return Figure{QString::fromLatin1(name), static_cast<double>(value), {}, zxing, static_cast<double>(reference)};
    };
    return std::vector<Figure>{
        count("pictures read", ours.read, plain.tally.read),
        {QStringLiteral("pictures with a code"), static_cast<double>(ours.wanted), {}, {}, {}},
        count("read wrongly", ours.wrong, plain.tally.wrong),
        count("codes where there is none", ours.invented + ladder.invented + quick.invented, plain.tally.invented + plainFrames.tally.invented),
        count("deaths", ours.deaths + ladder.deaths + quick.deaths, plain.tally.deaths + plainFrames.tally.deaths),
        {QStringLiteral("picture"), median(ours.ms), ms, zxing, median(plain.tally.ms)},
        {QStringLiteral("picture p95"), percentile(ours.ms, 95), ms, zxing, percentile(plain.tally.ms, 95)},
        {QStringLiteral("frame without a code, matrix formats"), median(plainFrames.ourMatrix), ms, zxing, median(plainFrames.matrix)},
        {QStringLiteral("frame without a code, quick look"), median(quick.ms), ms, zxing, median(plainFrames.tally.ms)},
        {QStringLiteral("frame without a code, whole ladder"), median(ladder.ms), ms, zxing, median(plainFrames.tally.ms)},
        {QStringLiteral("frame without a code, whole ladder, work"), median(ladder.work), ms, {}, {}},
    };
}

} // namespace rapport::tool
