// SPDX-License-Identifier: Apache-2.0
// How fluent a long form is: rapport-form-window, a process of its own on a real X server, shows it and says what each thing took.
#include "app/capture/helper.h"
#include "app/tool/bench/bench.h"
#include "app/tool/bench/screen.h"

#include <QMap>

namespace rapport::tool
{

namespace
{

constexpr int questions = 300, patienceMs = 120'000;

/// "page 12.5" lines, by name. "-cpu" is the work of the process alone, which says more where the machine is shared.
Result<QMap<QByteArray, std::vector<double>>> measured(const BenchOptions& options, const QString& display)
{
    QProcess window;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), display);
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    window.setProcessEnvironment(environment);
    window.setStandardErrorFile(QProcess::nullDevice());
    window.start(capture::helperProgram(QStringLiteral("rapport-form-window")),
                 {options.folder, QString::number(options.count > 0 ? options.count : questions)});
    if (!window.waitForFinished(patienceMs) || window.exitCode() != 0) {
        window.kill();
        window.waitForFinished();
        return Error{Error::Kind::Internal, QStringLiteral("rapport-form-window did not get to its end; is Xvfb installed?")};
    }
    QMap<QByteArray, std::vector<double>> values;
    while (window.canReadLine()) {
        const QByteArrayList words = window.readLine().trimmed().split(' ');
        if (words.size() == 2)
            values[words[0]].push_back(words[1].toDouble());
    }
    return values;
}

} // namespace

Result<std::vector<Figure>> benchFormPage(const BenchOptions& options)
{
    const Screen screen;
    const auto all = measured(options, screen.name());
    if (!all)
        return all.error();
    const auto of = [&](const char* name, double percent) { return percentile(all->value(name), percent); };
    const QString ms = QStringLiteral("ms"), list = QStringLiteral("empty list");
    return std::vector<Figure>{
        {QStringLiteral("page change"), of("page", 50), ms, list, of("empty-page", 50)},
        {QStringLiteral("page change, work"), of("page-cpu", 50), ms, list, of("empty-page-cpu", 50)},
        {QStringLiteral("page change p99"), of("page", 99), ms, list, of("empty-page", 99)},
        {QStringLiteral("scrolling by 120"), of("scroll", 50), ms, list, of("empty-scroll", 50)},
        {QStringLiteral("scrolling by 120, work"), of("scroll-cpu", 50), ms, list, of("empty-scroll-cpu", 50)},
        {QStringLiteral("scrolling by 120 p99"), of("scroll", 99), ms, list, of("empty-scroll", 99)},
        {QStringLiteral("stall while typing p99"), of("key", 99), ms, {}, {}},
        {QStringLiteral("stall after an answer p99"), of("answer", 99), ms, {}, {}},
        {QStringLiteral("keys"), static_cast<double>(all->value("key").size()), {}, {}, {}},
    };
}

} // namespace rapport::tool
