// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/benchdevice.h"
#include "app/tool/command.h"

#include <QGuiApplication>

#include <cstdio>
#include <memory>

namespace rapport::tool
{

int fail(const QString& sentence)
{
    std::fprintf(stderr, "rapportctl: %s\n", qUtf8Printable(sentence));
    return 1;
}

void print(const QByteArray& json)
{
    std::fwrite(json.constData(), 1, static_cast<std::size_t>(json.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

namespace
{

std::vector<Command> allCommands()
{
    std::vector<Command> all;
    for (const auto& group :
         {formsCommands(), captureCommands(), storeCommands(), {reportCommand(), rescueCommand()}, hubCommands(), benchCommands()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

int help(const std::vector<Command>& commands, std::FILE* out)
{
    std::fputs("Usage: rapportctl COMMAND [ARGUMENT]...\nForms, devices, hubs and measurements of Rapport. Output is JSON on stdout, diagnostics go "
               "to stderr; "
               "the exit code is 0 only on success.\n\nCommands:\n",
               out);
    for (const Command& command : commands)
        std::fprintf(out, "  %s %s\n          %s\n", qUtf8Printable(command.name), qUtf8Printable(command.arguments), qUtf8Printable(command.help));
    return out == stdout ? 0 : 2;
}

/// "hub --data-dir DIR device add NAME" and "hub device add --data-dir DIR NAME" are the same call: options may stand anywhere.
const Command* match(const std::vector<Command>& commands, QStringList& arguments)
{
    for (const Command& command : commands) {
        QStringList rest = arguments;
        bool all = true;
        for (const QString& word : command.name.split(QLatin1Char(' '))) {
            qsizetype at = 0;
            while (at < rest.size() && rest[at].startsWith(QLatin1String("--")))
                at += 2;
            if (at >= rest.size() || rest[at] != word) {
                all = false;
                break;
            }
            rest.removeAt(at);
        }
        if (all) {
            arguments = rest;
            return &command;
        }
    }
    return nullptr;
}

/// Letters on paper need fonts, which need a QGuiApplication; no window is shown, so any machine will do.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
    const auto word = [&](int at) { return at < argc ? QLatin1String(argv[at]) : QLatin1String(); };
    const bool drawsCards = word(1) == QLatin1String("bench") && (word(2) == QLatin1String("cards") || word(2) == QLatin1String("scan"));
    if (word(1) != QLatin1String("report") && !drawsCards)
        return std::make_unique<QCoreApplication>(argc, argv);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace
} // namespace rapport::tool

int main(int argc, char** argv)
{
    using namespace rapport::tool;
    const auto application = makeApplication(argc, argv);
    QStringList arguments = application->arguments().mid(1);
    const auto commands = allCommands();
    if (arguments.isEmpty() || arguments.first() == QLatin1String("--help") || arguments.first() == QLatin1String("help"))
        return help(commands, arguments.isEmpty() ? stderr : stdout);
    if (arguments.first() == QLatin1String("--version")) {
        std::puts("rapportctl " RAPPORT_VERSION);
        return 0;
    }
    if (arguments.first() == QLatin1String("bench-devices"))
        return runBenchDevices(arguments.mid(1));
    if (const Command* command = match(commands, arguments))
        return command->run(arguments);
    return help(commands, stderr);
}
