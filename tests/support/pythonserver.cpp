// SPDX-License-Identifier: Apache-2.0
#include "support/pythonserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QThread>

#include <sys/prctl.h>

#include <csignal>

namespace rapport::test
{
namespace
{

const QString python = QStringLiteral("/usr/bin/python3"); // Debian's: another one does not see Debian's packages
constexpr int patience = 30'000;                           // ms, on a loaded machine

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

PythonServer::PythonServer(QString script) : m_script(std::move(script))
{
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // a test that dies takes it along
}

bool PythonServer::start(const QStringList& arguments)
{
    QFile::remove(file(QStringLiteral("port")));
    const QString script = QStringLiteral(RAPPORT_SOURCE "/tests/support/") + m_script;
    m_process.start(python, QStringList{QStringLiteral("-W"), QStringLiteral("ignore"), script, m_dir.path(), QString::number(m_port)} + arguments);
    QElapsedTimer timer;
    timer.start();
    while (!QFile::exists(file(QStringLiteral("port")))) {
        if (m_process.waitForFinished(20) || m_process.state() == QProcess::NotRunning || timer.elapsed() > patience)
            return false;
    }
    m_port = contentOf(file(QStringLiteral("port"))).toUShort();
    return m_port != 0;
}

void PythonServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void PythonServer::misbehave(const QJsonObject& how)
{
    QSaveFile whole(file(QStringLiteral("behave.json")));
    const QByteArray json = QJsonDocument(how).toJson();
    if (!whole.open(QIODevice::WriteOnly) || whole.write(json) != json.size() || !whole.commit())
        qFatal("a server of the tests cannot be told what to do: %s", qPrintable(whole.errorString()));
}

void PythonServer::behave()
{
    QFile::remove(file(QStringLiteral("behave.json")));
}

std::vector<QJsonObject> PythonServer::lines(const QString& name) const
{
    std::vector<QJsonObject> out;
    for (const QByteArray& line : contentOf(file(name)).split('\n')) {
        if (!line.isEmpty())
            out.push_back(QJsonDocument::fromJson(line).object());
    }
    return out;
}

bool makeCertificate(const QString& folder)
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                   QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"),
                   QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1"), QStringLiteral("-keyout"), folder + QStringLiteral("/key.pem"),
                   QStringLiteral("-out"), folder + QStringLiteral("/certificate.pem")});
    return openssl.waitForFinished(patience) && openssl.exitCode() == 0;
}

bool MailSink::installed()
{
    return QFile::exists(python) && QFile::exists(QStringLiteral("/usr/lib/python3/dist-packages/aiosmtpd/smtp.py"));
}

std::vector<QJsonObject> MailSink::mails() const
{
    std::vector<QJsonObject> out;
    for (int number = 1; QFile::exists(file(QStringLiteral("%1.json").arg(number))); ++number)
        out.push_back(QJsonDocument::fromJson(contentOf(file(QStringLiteral("%1.json").arg(number)))).object());
    return out;
}

int MailSink::count(const QByteArray& command) const
{
    return static_cast<int>(contentOf(file(QStringLiteral("commands"))).split('\n').count(command));
}

bool WebhookReceiver::installed()
{
    return QFile::exists(python);
}

QString WebhookReceiver::secret()
{
    return QStringLiteral("whsec_") + QString::fromLatin1(QByteArray("a secret of the tests, 32 bytes.").toBase64());
}

std::vector<QJsonObject> WebhookReceiver::kept() const
{
    std::vector<QJsonObject> out;
    for (const QJsonObject& line : lines(QStringLiteral("kept")))
        out.push_back(QJsonDocument::fromJson(line[QStringLiteral("body")].toString().toUtf8()).object());
    return out;
}

} // namespace rapport::test
