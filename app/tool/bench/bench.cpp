// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/bench.h"

#include "app/tool/command.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QThread>

#include <unistd.h>

#include <algorithm>
#include <cmath>

namespace rapport::tool
{

namespace
{

constexpr Bench benches[] = {
    {"start", "From exec to the home screen, against an empty Qt Quick window.", benchStart},
    {"idle", "Frames and processor time of the home screen when nobody touches it.", benchIdle},
    {"cards", "Business cards, drawn or of a folder, against Tesseract as it comes.", benchCards, Bench::Data::Read},
    {"scan", "Codes, drawn or of a folder with its truth.json or expected.json, against ZXing alone.", benchScan, Bench::Data::Read},
    {"crash", "kill -9 of a device and of a hub, at random moments: what was promised must be there, once.", benchCrash},
    {"fleet", "200 devices in ten processes, and a hub, all killed at random moments: each change once, and in its order.", benchFleet},
    {"form-page", "Page change, scrolling and typing in a form of 300 questions, against an empty list.", benchFormPage},
    {"forms-open", "Opening forms of 1,000, 5,000 and 20,000 questions, and one answer, against reading the XML.", benchFormsOpen},
    {"forms-lookup", "Choices and values out of a CSV of 100,000 rows and out of 1,000,000 entities.", benchFormsLookup},
    {"xlsform", "A workbook of 1,000, 5,000 and 20,000 rows to an XForm, against reading the sheet.", benchXlsform},
    {"search", "Every prefix of 1,000 queries over 1,000,000 people, against bare FTS5.", benchSearch},
    {"customer", "A firm, a person and a machine's file at a glance, of 50,000 people in 5,000 firms, against one look-up.", benchCustomer},
    {"duplicates", "Whom a scanned contact may be, of 200,000 people in 20,000 firms, against one look-up by e-mail.", benchDuplicates},
    {"ingest", "Durable submissions of 3 KB over 64 connections, against a bare server.", benchIngest},
    {"slow-clients", "Devices at work alone, and beside 200 clients that drip, read slowly or say nothing.", benchSlowClients},
    {"pull", "1,000,000 entities to an empty device, then changes, then nothing, against a bare insert.", benchPull},
};

QJsonObject asJson(const Figure& figure)
{
    QJsonObject json{{QStringLiteral("name"), figure.name}, {QStringLiteral("value"), figure.value}, {QStringLiteral("unit"), figure.unit}};
    if (figure.referenceValue) {
        json[QLatin1String("reference")] = figure.reference;
        json[QLatin1String("reference_value")] = *figure.referenceValue;
        json[QLatin1String("ratio")] = *figure.referenceValue == 0 ? 0 : figure.value / *figure.referenceValue;
    }
    return json;
}

double memoryMb(qint64 pid, const QByteArray& field)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(field.size()).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// Takes "--name VALUE" out of the words; @p otherwise where it is not there.
QString takeOption(QStringList& words, const QString& name, const QString& otherwise = {})
{
    const qsizetype at = words.indexOf(QStringLiteral("--") + name);
    if (at < 0 || at + 1 >= words.size())
        return otherwise;
    const QString value = words[at + 1];
    words.remove(at, 2);
    return value;
}

int runBench(const QStringList& arguments)
{
    QStringList words = arguments;
    BenchOptions options;
    const QString data = takeOption(words, QStringLiteral("data"));
    options.count = takeOption(words, QStringLiteral("count")).toInt();
    options.seconds = takeOption(words, QStringLiteral("seconds")).toInt();
    options.binaries = QCoreApplication::applicationDirPath();
    const auto bench =
        std::find_if(std::begin(benches), std::end(benches), [&](const Bench& one) { return words == QStringList{QLatin1String(one.name)}; });
    if (bench == std::end(benches)) {
        QStringList names;
        for (const Bench& one : benches)
            names.append(QLatin1String(one.name));
        return fail(QStringLiteral("bench takes one of: %1").arg(names.join(QStringLiteral(", "))));
    }
    const bool isRoom = bench->data == Bench::Data::Written && !data.isEmpty();
    const QString room = isRoom ? data : QDir::tempPath();
    QTemporaryDir folder(room + QStringLiteral("/rapport-bench-XXXXXX"));
    if (!folder.isValid())
        return fail(QStringLiteral("the folder %1 cannot be written").arg(room));
    options.folder = folder.path();
    options.data = isRoom ? QString() : data;
    const QJsonObject machine = probe(options.folder);
    const auto figures = bench->run(options);
    if (!figures)
        return fail(figures.error().detail);
    QJsonArray all;
    for (const Figure& figure : *figures)
        all.append(asJson(figure));
    print(
        QJsonDocument(
            QJsonObject{{QStringLiteral("bench"), QLatin1String(bench->name)}, {QStringLiteral("probe"), machine}, {QStringLiteral("figures"), all}})
            .toJson());
    return 0;
}

} // namespace

std::vector<Command> benchCommands()
{
    QStringList names;
    for (const Bench& one : benches)
        names.append(QLatin1String(one.name));
    return {{QStringLiteral("bench"), names.join(QLatin1Char('|')) + QStringLiteral(" [--data DIR] [--count N] [--seconds N]"),
             QStringLiteral("Measures on this machine, each figure against a reference of the same run."), runBench}};
}

QJsonObject probe(const QString& folder)
{
    QFile file(folder + QStringLiteral("/probe"));
    int syncs = 0;
    QElapsedTimer timer;
    if (file.open(QIODevice::WriteOnly)) {
        for (timer.start(); timer.elapsed() < 300; ++syncs) {
            file.write("0123456789abcdef");
            file.flush();
            ::fdatasync(file.handle());
        }
    }
    const double syncsASecond = syncs * 1000.0 / static_cast<double>(qMax<qint64>(1, timer.elapsed()));
    volatile quint64 sum = 0;
    const double loop = timed([&] {
        for (quint64 i = 0; i < 50'000'000; ++i)
            sum = sum + (i ^ (i >> 3));
    });
    file.remove();
    return {{QStringLiteral("cores"), QThread::idealThreadCount()},
            {QStringLiteral("fdatasync_per_second"), std::round(syncsASecond)},
            {QStringLiteral("cpu_loop_ms"), std::round(loop * 10) / 10}};
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 50);
}

double percentile(std::vector<double> values, double percent)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const double at = percent / 100 * static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::lround(at))];
}

double timed(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double workOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList fields = file.readAll().split(' ');
    return (fields.value(13).toDouble() + fields.value(14).toDouble()) * 1000 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double residentMb(qint64 pid)
{
    return memoryMb(pid, "VmRSS:");
}

double peakMb(qint64 pid)
{
    return memoryMb(pid, "VmHWM:");
}

} // namespace rapport::tool
