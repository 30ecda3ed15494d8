// SPDX-License-Identifier: Apache-2.0
#include "support/radicale.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTcpServer>
#include <QXmlStreamReader>

#include <sys/prctl.h>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace rapport::test
{
namespace
{

constexpr int patience = 60'000; // ms, on a loaded machine

const QByteArray settings = R"([server]
hosts = 127.0.0.1:PORT
[auth]
type = htpasswd
htpasswd_filename = DIR/users
htpasswd_encryption = plain
delay = 0
[rights]
type = owner_only
[storage]
filesystem_folder = DIR/collections
[web]
type = none
)";

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray unfolded(QByteArray text)
{
    return text.replace("\r\n", "\n").replace("\n ", "");
}

} // namespace

bool Radicale::installed()
{
    return !QStandardPaths::findExecutable(u"radicale"_s).isEmpty();
}

Radicale::Radicale()
{
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // a test that dies takes it along
}

Radicale::~Radicale()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool Radicale::start()
{
    m_port = freePort();
    QByteArray config = settings;
    config.replace("PORT", QByteArray::number(m_port)).replace("DIR", m_dir.path().toUtf8());
    if (!write(m_dir.filePath(u"config"_s), config) || !write(m_dir.filePath(u"users"_s), "rapport:" + password().toUtf8() + '\n'))
        return false;
    m_process.start(u"radicale"_s, {u"--config"_s, m_dir.filePath(u"config"_s)});
    QElapsedTimer timer;
    timer.start();
    while (ask("PROPFIND", {}).status == 0) {
        if (m_process.waitForFinished(50) || m_process.state() == QProcess::NotRunning || timer.elapsed() > patience)
            return false;
    }
    const auto book = ask("MKCOL", u"contacts/"_s,
                          R"(<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop>)"
                          R"(<resourcetype><collection/><C:addressbook/></resourcetype></prop></set></mkcol>)");
    const auto calendar = ask("MKCALENDAR", u"calendar/"_s);
    return book.status == 201 && calendar.status == 201;
}

Radicale::Answer Radicale::ask(const QByteArray& method, const QString& path, const QByteArray& body, const QByteArrayList& headers)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/rapport/%2"_s.arg(m_port).arg(path)));
    request.setRawHeader("Authorization", "Basic " + (u"rapport:"_s + password()).toUtf8().toBase64());
    request.setTransferTimeout(patience);
    for (const QByteArray& header : headers)
        request.setRawHeader(header.left(header.indexOf(':')), header.mid(header.indexOf(':') + 1).trimmed());
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(), reply->rawHeader("ETag")};
}

std::vector<QByteArray> Radicale::objects(const QString& collection)
{
    const QByteArray query =
        collection == "contacts"_L1
            ? R"(<C:addressbook-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><prop><C:address-data/></prop><C:filter/></C:addressbook-query>)"
            : R"(<C:calendar-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><C:calendar-data/></prop><C:filter/></C:calendar-query>)";
    std::vector<QByteArray> out;
    QXmlStreamReader xml(ask("REPORT", collection + u'/', query).body);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && (xml.name() == "address-data"_L1 || xml.name() == "calendar-data"_L1))
            out.push_back(unfolded(xml.readElementText().toUtf8()));
    }
    return out;
}

QByteArray Radicale::object(const QString& path)
{
    const Answer answer = ask("GET", path);
    return answer.status == 200 ? unfolded(answer.body) : QByteArray();
}

QByteArray Radicale::files() const
{
    QByteArrayList out;
    QDirIterator files(m_dir.filePath(u"collections"_s), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().contains(".Radicale"_L1) || !file.open(QIODevice::ReadOnly)) // caches change with each look
            continue;
        out += file.fileName().toUtf8() + QFileInfo(file).lastModified().toString(Qt::ISODateWithMs).toUtf8() + file.readAll();
    }
    std::sort(out.begin(), out.end());
    return out.join('\n');
}

} // namespace rapport::test
