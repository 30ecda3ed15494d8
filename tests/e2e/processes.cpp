// SPDX-License-Identifier: Apache-2.0
#include "e2e/processes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>

#include <csignal>

namespace rapport::e2e
{

namespace
{

const QString binaries = QStringLiteral(RAPPORT_BIN);

QString executable(const QString& name)
{
    return binaries + QLatin1Char('/') + name;
}

/// Only ever ends a process that this test started and that still runs.
void endProcess(QProcess& process, int signal)
{
    if (process.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(process.processId()), signal);
    if (!process.waitForFinished(10'000)) {
        process.kill();
        process.waitForFinished(5'000);
    }
}

} // namespace

Display::Display(const QString& size)
{
    m_server.setProcessChannelMode(QProcess::SeparateChannels);
    m_server.start(QStringLiteral("Xvfb"), {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"), size,
                                            QStringLiteral("-nolisten"), QStringLiteral("tcp")});
    if (m_server.waitForStarted(5'000) && m_server.waitForReadyRead(15'000))
        m_name = QLatin1Char(':') + QString::fromLatin1(m_server.readLine().trimmed());
}

Display::~Display()
{
    endProcess(m_server, SIGTERM);
}

bool Machine::setFolders(const QMap<QString, QString>& folders) const
{
    QFile places(path(QStringLiteral("config/user-dirs.dirs")));
    if (!QDir().mkpath(path(QStringLiteral("config"))) || !places.open(QIODevice::WriteOnly))
        return false;
    for (auto folder = folders.begin(); folder != folders.end(); ++folder) {
        places.write(QStringLiteral("XDG_%1_DIR=\"%2\"\n").arg(folder.key(), folder.value()).toUtf8());
        if (!QDir().mkpath(folder.value()))
            return false;
    }
    return true;
}

QProcessEnvironment Machine::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), path(QStringLiteral("cache")));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS")); // no keychain of the tester's
    return environment;
}

App::App(const Machine& machine, const Display& display) : m_machine(machine), m_display(display.name()) {}

App::~App()
{
    endProcess(m_process, SIGTERM);
}

bool App::start(const QStringList& arguments)
{
    const QString socket = m_machine.path(QStringLiteral("driver-%1").arg(QCoreApplication::applicationPid()));
    QFile::remove(socket);
    QProcessEnvironment environment = m_machine.environment();
    environment.insert(QStringLiteral("DISPLAY"), m_display);
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("LIBGL_ALWAYS_SOFTWARE"), QStringLiteral("1"));
    environment.insert(QStringLiteral("QT_PLUGIN_PATH"), binaries + QStringLiteral("/../test-plugins"));
    environment.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("rapportdriver:") + socket);
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("rapport.*=true"));
    if (!m_token.isEmpty())
        environment.insert(QStringLiteral("RAPPORT_TOKEN"), m_token);
    for (auto variable = m_variables.cbegin(); variable != m_variables.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_machine.path(QStringLiteral("app.log")), QIODevice::Append);
    m_process.start(executable(QStringLiteral("rapport")), QStringList{QStringLiteral("--data-dir"), m_machine.dataDir()} + arguments);
    if (!m_process.waitForStarted(10'000))
        return false;
    const bool answers = eventually(
        [&] {
            m_socket = std::make_unique<QLocalSocket>();
            m_socket->connectToServer(socket);
            return m_socket->waitForConnected(200) || !isRunning();
        },
        40'000);
    if (answers && isRunning() && waitFor(QStringLiteral("mainWindow"), 40'000))
        return true;
    qWarning().noquote() << "the app does not start:"
                         << (!answers      ? "no answer"
                             : isRunning() ? "no window"
                                           : "it ended")
                         << '\n'
                         << log().right(4000);
    return false;
}

void App::kill9()
{
    endProcess(m_process, SIGKILL);
    m_socket.reset();
}

QByteArray App::log() const
{
    QFile file(m_machine.path(QStringLiteral("app.log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject App::ask(QJsonObject request)
{
    if (!m_socket || m_socket->state() != QLocalSocket::ConnectedState)
        return {};
    m_socket->write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    m_socket->flush();
    while (!m_socket->canReadLine()) {
        if (!m_socket->waitForReadyRead(20'000))
            return {};
    }
    return QJsonDocument::fromJson(m_socket->readLine()).object();
}

int App::count(const QString& item)
{
    return ask({{QStringLiteral("cmd"), QStringLiteral("count")}, {QStringLiteral("item"), item}})[QLatin1String("count")].toInt();
}

bool App::has(const QString& item)
{
    return count(item) > 0;
}

bool App::waitFor(const QString& item, int milliseconds)
{
    return eventually([&] { return has(item); }, milliseconds);
}

bool App::waitForText(const QString& text, int milliseconds)
{
    return eventually([&] { return !texts().filter(text).isEmpty(); }, milliseconds);
}

bool App::click(const QString& item)
{
    ++m_taps;
    return eventually(
        [&] {
            return ask({{QStringLiteral("cmd"), QStringLiteral("click")}, {QStringLiteral("item"), item}})[QLatin1String("ok")].toBool();
        },
        15'000);
}

bool App::drag(const QString& item)
{
    ++m_taps;
    return waitFor(item) && ask({{QStringLiteral("cmd"), QStringLiteral("drag")}, {QStringLiteral("item"), item}})[QLatin1String("ok")].toBool();
}

bool App::scrollToEnd(const QString& list)
{
    return waitFor(list) && ask({{QStringLiteral("cmd"), QStringLiteral("scroll")}, {QStringLiteral("item"), list}})[QLatin1String("ok")].toBool();
}

bool App::enter(const QString& item, const QString& text)
{
    return click(item) && ask({{QStringLiteral("cmd"), QStringLiteral("type")}, {QStringLiteral("text"), text}})[QLatin1String("ok")].toBool();
}

bool App::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    return ask({{QStringLiteral("cmd"), QStringLiteral("key")},
                {QStringLiteral("key"), static_cast<int>(key)},
                {QStringLiteral("modifiers"), static_cast<int>(modifiers.toInt())}})[QLatin1String("ok")]
        .toBool();
}

bool App::typeKeys(const QString& text)
{
    return ask({{QStringLiteral("cmd"), QStringLiteral("keys")}, {QStringLiteral("text"), text}})[QLatin1String("ok")].toBool();
}

QJsonObject App::focus()
{
    return ask({{QStringLiteral("cmd"), QStringLiteral("focus")}});
}

QVariant App::read(const QString& item, const QString& property)
{
    return ask({{QStringLiteral("cmd"), QStringLiteral("read")},
                {QStringLiteral("item"), item},
                {QStringLiteral("property"), property}})[QLatin1String("value")]
        .toVariant();
}

QStringList App::texts()
{
    QStringList texts;
    const QJsonArray found = ask({{QStringLiteral("cmd"), QStringLiteral("texts")}})[QLatin1String("texts")].toArray();
    for (const QJsonValue& text : found)
        texts.append(text.toString());
    return texts;
}

int App::frames()
{
    return ask({{QStringLiteral("cmd"), QStringLiteral("frames")}})[QLatin1String("frames")].toInt();
}

bool App::screenshot(const QString& file)
{
    return ask({{QStringLiteral("cmd"), QStringLiteral("screenshot")}, {QStringLiteral("file"), file}})[QLatin1String("ok")].toBool();
}

HubProcess::HubProcess(QString dataDir) : m_dataDir(std::move(dataDir)) {}

HubProcess::~HubProcess()
{
    stop();
}

bool HubProcess::start(quint16 port)
{
    if (port)
        m_port = port;
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.setStandardErrorFile(m_dataDir + QStringLiteral(".log"), QIODevice::Append);
    QStringList arguments{QStringLiteral("--data-dir"), m_dataDir, QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_port)};
    if (!m_now.isEmpty())
        arguments += {QStringLiteral("--now"), m_now};
    m_process.start(executable(QStringLiteral("rapport-hub")), arguments);
    if (!m_process.waitForStarted(10'000))
        return false;
    static const QRegularExpression listening(QStringLiteral("listening on [^:]*:([0-9]+)"));
    QByteArray said;
    while (m_process.state() == QProcess::Running) {
        if (const auto match = listening.match(QString::fromUtf8(said)); match.hasMatch()) {
            m_port = match.captured(1).toUShort();
            return true;
        }
        if (!m_process.waitForReadyRead(15'000))
            return false;
        said += m_process.readAllStandardOutput();
    }
    return false;
}

void HubProcess::kill9()
{
    endProcess(m_process, SIGKILL);
}

void HubProcess::stop()
{
    endProcess(m_process, SIGTERM);
}

QUrl HubProcess::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

CommandResult rapportctl(const QStringList& arguments, const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(executable(QStringLiteral("rapportctl")), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        endProcess(process, SIGKILL);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

std::optional<QString> publishDemo(const QString& hubDataDir)
{
    const QStringList hub{QStringLiteral("hub"), QStringLiteral("--data-dir"), hubDataDir};
    const QString demo = QStringLiteral(RAPPORT_SOURCE "/assets/demo/");
    const auto run = [&](const QStringList& words) { return rapportctl(hub + words); };
    if (run({QStringLiteral("occasion"), QStringLiteral("put"), demo + QStringLiteral("occasion.json")}).exitCode != 0)
        return {};
    for (const char* form : {"trade_fair_conversation", "maintenance_checklist", "product_configuration", "account_selection", "voice_of_customer",
                             "consent_withdrawal"}) {
        const QString pack = QStringLiteral(RAPPORT_SOURCE "/forms/packs/%1.xlsx").arg(QLatin1String(form));
        if (run({QStringLiteral("form"), QStringLiteral("publish"), pack}).exitCode != 0)
            return {};
    }
    for (const char* list : {"contacts", "organisations", "opportunities", "offers", "sales", "machines", "jobs", "limits", "measurements", "parts",
                             "products", "prices", "scores"}) {
        const QString name = QString::fromLatin1(list);
        if (run({QStringLiteral("entities"), QStringLiteral("import"), name, demo + name + QStringLiteral(".csv")}).exitCode != 0)
            return {};
    }
    const CommandResult device = run({QStringLiteral("device"), QStringLiteral("add"), QStringLiteral("Tablet 1")});
    if (device.exitCode != 0)
        return {};
    return device.json().object()[QLatin1String("token")].toString();
}

} // namespace rapport::e2e
