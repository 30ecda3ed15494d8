// SPDX-License-Identifier: Apache-2.0
// How fast the app comes up and what it does when nobody touches it: the real one, on a real X server (Xvfb where no display is set).
#include "app/capture/helper.h"
#include "app/security/devicesecret.h"
#include "app/tool/bench/bench.h"
#include "app/tool/bench/people.h"
#include "app/tool/bench/screen.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QProcess>

#include <unistd.h>

namespace rapport::tool
{

namespace
{

constexpr int customers = 50'000, starts = 5, patienceMs = 30'000;

/// A program that says "trace MOMENT" lines; the times are those of this process, from exec on.
class Traced
{
public:
    Traced(const QString& program, const QStringList& arguments, const QString& home, const QString& display)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), display);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.insert(QStringLiteral("RAPPORT_TRACE"), QStringLiteral("1"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config"));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), home + QStringLiteral("/cache"));
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_clock.start();
        m_process.start(program, arguments);
    }
    ~Traced()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    /// Milliseconds since exec; nothing: it was not said in time.
    std::optional<double> waitFor(const QByteArray& moment)
    {
        while (!m_said.contains(moment)) {
            if (m_clock.elapsed() > patienceMs || (!m_process.canReadLine() && !m_process.waitForReadyRead(patienceMs)))
                return {};
            listen();
        }
        return m_said[moment];
    }
    /// How many frames are said within @p milliseconds.
    int framesWithin(int milliseconds)
    {
        QElapsedTimer timer;
        timer.start();
        listen();
        m_frames = 0;
        while (timer.elapsed() < milliseconds) {
            if (m_process.waitForReadyRead(static_cast<int>(qMax<qint64>(1, milliseconds - timer.elapsed()))))
                listen();
            else if (m_process.state() != QProcess::Running)
                return -1;
        }
        return m_frames;
    }
    qint64 pid() const { return m_process.processId(); }

private:
    void listen()
    {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            if (!line.startsWith("trace "))
                continue;
            m_frames += line == "trace frame" ? 1 : 0;
            if (!m_said.contains(line.mid(6)))
                m_said[line.mid(6)] = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
        }
    }

    QProcess m_process;
    QElapsedTimer m_clock;
    QMap<QByteArray, double> m_said;
    int m_frames = 0;
};

Error silent(const QString& what)
{
    return {Error::Kind::Internal, QStringLiteral("%1 did not show its window; is Xvfb installed?").arg(what)};
}

/// A device's folder with the demo's fair and 50,000 customers, as the app itself would have it.
Status prepare(const QString& folder, const QString& binaries, const QString& display)
{
    {
        Traced app(binaries + QStringLiteral("/rapport"), {QStringLiteral("--demo"), QStringLiteral("--data-dir"), folder + QStringLiteral("/data")},
                   folder, display);
        if (!app.waitFor("home"))
            return silent(QStringLiteral("rapport"));
        (void)app.framesWithin(6'000); // the fair comes down from the embedded hub
    }
    qputenv("XDG_CONFIG_HOME", (folder + QStringLiteral("/config")).toUtf8());
    const auto secret = security::deviceSecret();
    const auto key = secret ? store::DataKey::open(folder + QStringLiteral("/data"), *secret) : Result<store::DataKey>(secret.error());
    auto store = key ? store::Store::open(folder + QStringLiteral("/data"), *key, systemClock()) : Result<std::unique_ptr<store::Store>>(key.error());
    if (!store)
        return store.error();
    store::EntityPull people{QStringLiteral("contacts"), {}, {}};
    people.cursor = (*store)->cursor(QStringLiteral("entities/contacts")).value_or({});
    for (int i = 0; i < customers; ++i)
        people.rows.push_back(person(i));
    return (*store)->absorbEntities(people);
}

/// Ticks of the processor, user and system, of all threads.
double ticks(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    const QByteArrayList fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return fields.value(11).toDouble() + fields.value(12).toDouble();
}

} // namespace

Result<std::vector<Figure>> benchStart(const BenchOptions& options)
{
    const Screen screen;
    if (auto prepared = prepare(options.folder, options.binaries, screen.name()); !prepared)
        return prepared.error();
    std::vector<double> home, fromKey, memory, empty, emptyMemory;
    for (int i = 0; i < (options.count > 0 ? options.count : starts); ++i) {
        {
            Traced window(capture::helperProgram(QStringLiteral("rapport-empty-window")), {}, options.folder, screen.name());
            const auto shown = window.waitFor("window");
            if (!shown)
                return silent(QStringLiteral("rapport-empty-window"));
            (void)window.framesWithin(500);
            empty.push_back(*shown);
            emptyMemory.push_back(residentMb(window.pid()));
        }
        Traced app(options.binaries + QStringLiteral("/rapport"), {QStringLiteral("--data-dir"), options.folder + QStringLiteral("/data")},
                   options.folder, screen.name());
        const auto shown = app.waitFor("home");
        const auto key = app.waitFor("key");
        if (!shown || !key)
            return silent(QStringLiteral("rapport"));
        (void)app.framesWithin(500);
        home.push_back(*shown);
        fromKey.push_back(*shown - *key);
        memory.push_back(residentMb(app.pid()));
    }
    return std::vector<Figure>{
        {QStringLiteral("exec to home"), median(home), QStringLiteral("ms"), QStringLiteral("empty window"), median(empty)},
        {QStringLiteral("key to home"), median(fromKey), QStringLiteral("ms"), {}, {}},
        {QStringLiteral("memory"), median(memory), QStringLiteral("MB"), QStringLiteral("empty window"), median(emptyMemory)},
    };
}

Result<std::vector<Figure>> benchIdle(const BenchOptions& options)
{
    const Screen screen;
    const int seconds = options.seconds > 0 ? options.seconds : 60;
    Traced app(options.binaries + QStringLiteral("/rapport"),
               {QStringLiteral("--demo"), QStringLiteral("--data-dir"), options.folder + QStringLiteral("/data")}, options.folder, screen.name());
    if (!app.waitFor("home"))
        return silent(QStringLiteral("rapport"));
    (void)app.framesWithin(10'000); // the fair comes down, then nothing is left to do
    const double before = ticks(app.pid());
    const int frames = app.framesWithin(seconds * 1000);
    const double used = ticks(app.pid()) - before;
    return std::vector<Figure>{
        {QStringLiteral("frames"), static_cast<double>(frames), {}, {}, {}},
        {QStringLiteral("processor"), used / static_cast<double>(sysconf(_SC_CLK_TCK)) / seconds * 100, QStringLiteral("%"), {}, {}},
        {QStringLiteral("seconds"), static_cast<double>(seconds), QStringLiteral("s"), {}, {}},
    };
}

} // namespace rapport::tool
