// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>
#include <optional>

namespace rapport::e2e
{

/// Waits until @p condition holds, looking every 50 ms, at most @p milliseconds.
template <typename Condition>
bool eventually(Condition condition, int milliseconds = 20'000);

/// An X server without a screen (Xvfb), on a display number of its own.
class Display
{
public:
    explicit Display(const QString& size = QStringLiteral("1280x800x24"));
    ~Display();
    QString name() const { return m_name; }

private:
    QProcess m_server;
    QString m_name;
};

/// One person's machine: a home of its own, so that the device secret lies outside the data folder and outside the tester's home.
class Machine
{
public:
    QString dataDir() const { return m_home.filePath(QStringLiteral("data")); }
    QString path(const QString& name) const { return m_home.filePath(name); }
    QProcessEnvironment environment() const;
    bool setFolders(const QMap<QString, QString>& folders) const; ///< "DOCUMENTS" → its place, where QStandardPaths looks it up; they are made

private:
    QTemporaryDir m_home;
};

/// The real, unmodified app in a process of its own, driven by objectName (tests/driver).
class App
{
public:
    App(const Machine& machine, const Display& display);
    ~App();                                                                                          ///< ends it
    void setToken(const QString& token) { m_token = token; }                                         ///< of a device that a stand-alone hub knows
    void setVariable(const QString& name, const QString& value) { m_variables.insert(name, value); } ///< of its environment
    bool start(const QStringList& arguments);
    void kill9();
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    qint64 pid() const { return m_process.processId(); }
    QByteArray log() const; ///< everything it wrote so far, of all its lives

    bool has(const QString& item);
    bool waitFor(const QString& item, int milliseconds = 15'000);
    bool waitForText(const QString& text, int milliseconds = 15'000); ///< any visible text that contains it
    bool click(const QString& item);                                  ///< waits until it is there
    bool drag(const QString& item);
    bool scrollToEnd(const QString& list);
    bool enter(const QString& item, const QString& text); ///< clicks and types
    bool key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool typeKeys(const QString& text); ///< by the keyboard, one key after the other, where the focus is
    QJsonObject focus();                ///< what has it, as tests/driver/focus.h describes it
    QVariant read(const QString& item, const QString& property);
    QStringList texts();
    int count(const QString& item);
    int frames();
    int taps() const { return m_taps; } ///< touches so far: clicks, and one for a drag
    bool screenshot(const QString& file);

private:
    QJsonObject ask(QJsonObject request);

    const Machine& m_machine;
    QString m_display, m_token;
    QMap<QString, QString> m_variables;
    QProcess m_process;
    std::unique_ptr<QLocalSocket> m_socket;
    int m_taps = 0;
};

/// The real rapport-hub in a process of its own.
class HubProcess
{
public:
    explicit HubProcess(QString dataDir);
    ~HubProcess();
    void setNow(const QString& iso) { m_now = iso; } ///< of the next start
    bool start(quint16 port = 0);                    ///< 0: any free port the first time, the same one afterwards
    void kill9();
    void stop(); ///< SIGTERM, and waits
    QUrl url() const;
    quint16 port() const { return m_port; }

private:
    QString m_dataDir, m_now;
    QProcess m_process;
    quint16 m_port = 0;
};

struct CommandResult {
    int exitCode = -1;
    QByteArray out, err;
    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

/// Runs rapportctl to its end, at most 60 s.
CommandResult rapportctl(const QStringList& arguments, const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment());

/// What the world needs before the first conversation: occasion, form and customers of assets/demo, and one device. Returns its token.
std::optional<QString> publishDemo(const QString& hubDataDir);

} // namespace rapport::e2e

#include <QElapsedTimer>
#include <QThread>

template <typename Condition>
bool rapport::e2e::eventually(Condition condition, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > milliseconds)
            return false;
        QThread::msleep(50);
    }
    return true;
}
