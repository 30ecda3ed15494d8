// SPDX-License-Identifier: Apache-2.0
// Business cards: what one takes from the decoded picture to the contact, against Tesseract as it comes on the same picture.
#include "app/capture/cardfields.h"
#include "app/capture/helper.h"
#include "app/capture/reader.h"
#include "app/tool/bench/bench.h"
#include "app/tool/bench/cardtally.h"
#include "app/tool/bench/drawncard.h"

#include <QDir>
#include <QEventLoop>
#include <QImageReader>
#include <QProcess>

#include <optional>

namespace rapport::tool
{

namespace
{

constexpr int drawn = 20, patienceMs = 600'000;

struct Sample {
    QString path;
    std::optional<contact::Contact> truth; ///< of cards that the bench has drawn
};

Result<std::vector<Sample>> samples(const BenchOptions& options)
{
    std::vector<Sample> all;
    if (!options.data.isEmpty()) {
        const QDir folder(options.data);
        for (const QString& name :
             folder.entryList({QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png")}, QDir::Files, QDir::Name)) {
            if (options.count == 0 || static_cast<int>(all.size()) < options.count)
                all.push_back({folder.filePath(name), {}});
        }
        if (all.empty())
            return Error{Error::Kind::NotFound, QStringLiteral("there are no pictures in %1").arg(options.data)};
        return all;
    }
    const int count = options.count > 0 ? options.count : drawn;
    for (int i = 0; i < count; ++i) {
        const DrawnCard card = drawCard(static_cast<unsigned>(i));
        const QString path = QStringLiteral("%1/%2.jpg").arg(options.folder).arg(i);
        if (!card.picture.save(path, "JPEG", 92))
            return Error{Error::Kind::Full, QStringLiteral("the cards cannot be written")};
        all.push_back({path, card.truth});
    }
    return all;
}

struct Readings {
    std::vector<double> ms, cpu;
    CardTally tally;
    int lost = 0;
};

std::optional<contact::Contact> readOne(capture::Reader& reader, const QImage& picture)
{
    std::optional<contact::Contact> contact;
    QEventLoop loop;
    QObject::connect(&reader, &capture::Reader::cardRead, &loop, [&](quint64, const capture::CardText& text) {
        contact = capture::draftFromCard(text).contact;
        loop.quit();
    });
    QObject::connect(&reader, &capture::Reader::failed, &loop, &QEventLoop::quit);
    reader.readCard(picture);
    loop.exec();
    return contact;
}

Readings readAll(const std::vector<Sample>& cards)
{
    capture::Reader reader(capture::helperProgram(QStringLiteral("rapport-worker")));
    Readings readings;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const QImage picture(cards[i].path);
        if (i == 0)
            (void)readOne(reader, picture); // loads the models
        const double before = workOf(reader.workerPid());
        std::optional<contact::Contact> contact;
        readings.ms.push_back(timed([&] { contact = readOne(reader, picture); }));
        readings.cpu.push_back(workOf(reader.workerPid()) - before);
        readings.lost += !contact;
        if (contact && cards[i].truth)
            readings.tally.add(*cards[i].truth, *contact);
    }
    return readings;
}

Result<Readings> readPlain(const std::vector<Sample>& cards)
{
    QStringList paths;
    for (const Sample& card : cards)
        paths.append(card.path);
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(capture::helperProgram(QStringLiteral("rapport-plain-reader")), paths);
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0)
        return Error{Error::Kind::Internal,
                     QStringLiteral("rapport-plain-reader did not get to its end; is Tesseract's model for English installed?")};
    Readings readings;
    while (process.canReadLine()) {
        const QByteArrayList words = process.readLine().trimmed().split(' ');
        readings.ms.push_back(words.value(0).toDouble());
        readings.cpu.push_back(words.value(1).toDouble());
    }
    return readings;
}

} // namespace

Result<std::vector<Figure>> benchCards(const BenchOptions& options)
{
    const auto cards = samples(options);
    if (!cards)
        return cards.error();
    const Readings ours = readAll(*cards);
    const auto plain = readPlain(*cards);
    if (!plain)
        return plain.error();
    const QString ms = QStringLiteral("ms"), tesseract = QStringLiteral("plain Tesseract");
    std::vector<Figure> figures{
        {QStringLiteral("card"), median(ours.ms), ms, tesseract, median(plain->ms)},
        {QStringLiteral("card p95"), percentile(ours.ms, 95), ms, tesseract, percentile(plain->ms, 95)},
        {QStringLiteral("card, work"), median(ours.cpu), ms, tesseract, median(plain->cpu)},
        {QStringLiteral("cards"), static_cast<double>(cards->size()), {}, {}, {}},
        {QStringLiteral("cards that were not read"), static_cast<double>(ours.lost), {}, {}, {}},
    };
    if (ours.tally.wanted() > 0)
        figures.push_back({QStringLiteral("F1 of the fields"), ours.tally.f1(), {}, {}, {}});
    return figures;
}

} // namespace rapport::tool
