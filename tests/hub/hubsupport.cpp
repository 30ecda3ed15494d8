// SPDX-License-Identifier: Apache-2.0
#include "hub/hubsupport.h"

#include "sync/wire/openrosa.h"

#include <QCryptographicHash>
#include <QTcpSocket>

#include <catch2/catch.hpp>

namespace rapport::test
{

namespace
{

Answer parseAnswer(const QByteArray& bytes)
{
    Answer answer;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return answer;
    const QByteArrayList lines = bytes.left(end).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers[line.left(colon).trimmed().toLower()] = line.mid(colon + 1).trimmed();
    }
    answer.body = bytes.mid(end + 4);
    if (const auto length = answer.headers.constFind("content-length"); length != answer.headers.cend())
        answer.body.truncate(length->toLongLong());
    return answer;
}

} // namespace

Answer exchange(quint16 port, const QByteArray& bytes, int milliseconds)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(milliseconds))
        return {};
    socket.write(bytes);
    QByteArray received;
    while (socket.waitForReadyRead(milliseconds))
        received += socket.readAll();
    received += socket.readAll();
    return parseAnswer(received);
}

QByteArray Client::request(const QByteArray& method, const QByteArray& path, const QByteArray& headers) const
{
    const QByteArray token = m_token.isEmpty() ? QByteArray() : "Authorization: Bearer " + m_token.toLatin1() + "\r\n";
    return method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) +
           "\r\nConnection: close\r\nX-OpenRosa-Version: 1.0\r\n" + token + headers + "\r\n";
}

Answer Client::get(const QByteArray& path, const QByteArray& moreHeaders) const
{
    return exchange(m_port, request("GET", path, moreHeaders));
}

Answer Client::head(const QByteArray& path) const
{
    return exchange(m_port, request("HEAD", path));
}

QByteArray Client::post(const QByteArray& contentType, const QByteArray& body, const QByteArray& moreHeaders) const
{
    const QByteArray length = QByteArray::number(body.size());
    return request("POST", "/submission", "Content-Type: " + contentType + "\r\nContent-Length: " + length + "\r\n" + moreHeaders) + body;
}

QByteArray Client::submission(const QByteArray& record, const std::vector<File>& files, const QByteArray& moreHeaders) const
{
    QByteArray body = "--limit\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"submission.xml\"\r\n"
                      "Content-Type: text/xml\r\n\r\n" +
                      record + "\r\n";
    for (const File& file : files)
        body += "--limit\r\nContent-Disposition: form-data; name=\"" + file.name + "\"; filename=\"" + file.name +
                "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + file.content + "\r\n";
    return post("multipart/form-data; boundary=limit", body + "--limit--\r\n", moreHeaders);
}

Answer Client::submit(const QByteArray& record, const std::vector<File>& files, const QByteArray& moreHeaders) const
{
    return exchange(m_port, submission(record, files, moreHeaders));
}

QByteArray Client::piece(const QByteArray& sha256, const QByteArray& offset, qint64 length) const
{
    return request("PATCH", "/v1/uploads/" + sha256,
                   "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " + offset + "\r\nContent-Length: " + QByteArray::number(length) +
                       "\r\n");
}

Answer Client::patch(const QByteArray& sha256, const QByteArray& offset, const QByteArray& bytes) const
{
    return exchange(m_port, piece(sha256, offset, bytes.size()) + bytes);
}

QByteArray sha256Of(const QByteArray& content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

QByteArray announcing(const std::vector<Client::File>& files)
{
    std::vector<wire::FileClaim> claims;
    for (const Client::File& file : files)
        claims.push_back({QString::fromUtf8(file.name), sha256Of(file.content), file.content.size()});
    return wire::filesHeader + ": " + wire::filesHeaderValue(claims) + "\r\n";
}

QByteArray uuid()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

QByteArray visitForm(const QByteArray& version)
{
    return R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:orx="http://openrosa.org/xforms"
 xmlns:entities="http://www.opendatakit.org/xforms/entities"><h:head><h:title>Visit</h:title>
<model entities:entities-version="2025.1.0"><instance><data id="visit" version=")" +
           version + R"("><deal/>
<contact><name/><email/><meta><entity dataset="contacts" create="1" id=""><label/></entity></meta></contact>
<sale><contact_id/><meta><entity dataset="opportunities" create="" id=""><label/></entity></meta></sale>
<photo/><meta><instanceID/><userID/></meta></data></instance>
<bind nodeset="/data/deal" type="string"/>
<bind nodeset="/data/contact/name" type="string" entities:saveto="given_name"/>
<bind nodeset="/data/contact/email" type="string" entities:saveto="email"/>
<bind nodeset="/data/contact/meta/entity/@id" type="string"/>
<bind nodeset="/data/contact/meta/entity/label" calculate="/data/contact/name" type="string"/>
<bind nodeset="/data/sale/contact_id" calculate="/data/contact/meta/entity/@id" type="string" entities:saveto="contact_id"/>
<bind nodeset="/data/sale/meta/entity/@id" type="string"/>
<bind nodeset="/data/sale/meta/entity/@create" calculate="/data/deal = 'yes'" type="string"/>
<bind nodeset="/data/sale/meta/entity/label" calculate="/data/contact/name" type="string"/>
<bind nodeset="/data/photo" type="binary"/>
<bind nodeset="/data/meta/instanceID" type="string"/></model></h:head>
<h:body><input ref="/data/deal"><label>Deal?</label></input>
<group ref="/data/contact"><label>Contact</label><input ref="/data/contact/name"><label>Name</label></input>
<input ref="/data/contact/email"><label>E-mail</label></input></group></h:body></h:html>)";
}

QByteArray Visit::xml() const
{
    return "<data id=\"visit\" version=\"1\"><deal>" + QByteArray(deal ? "yes" : "no") + "</deal><contact><name>" + name + "</name><email>" + email +
           "</email><meta><entity dataset=\"contacts\" create=\"1\" id=\"" + contact + "\"><label>" + label +
           "</label></entity></meta></contact><sale><contact_id>" + contact + "</contact_id><meta><entity dataset=\"opportunities\" create=\"" +
           (deal ? "true" : "false") + "\" id=\"" + opportunity +
           "\"><label>Sale</label></entity></meta></sale><photo>p.jpg</photo><meta><instanceID>" + instance + "</instanceID>" +
           (corrects.isEmpty() ? QByteArray() : "<deprecatedID>" + corrects + "</deprecatedID>") + "<userID>mh</userID></meta></data>";
}

QByteArray callForm()
{
    return R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:orx="http://openrosa.org/xforms"
 xmlns:entities="http://www.opendatakit.org/xforms/entities"><h:head><h:title>Call</h:title>
<model entities:entities-version="2025.1.0"><instance><data id="call" version="1"><phone/>
<meta><instanceID/><userID/><entity dataset="contacts" update="1" baseVersion="" id=""><label/></entity></meta></data></instance>
<bind nodeset="/data/phone" type="string" entities:saveto="phone"/></model></h:head>
<h:body><input ref="/data/phone"><label>Phone</label></input></h:body></h:html>)";
}

QByteArray Call::xml() const
{
    return "<data id=\"call\" version=\"1\" xmlns:orx=\"http://openrosa.org/xforms\"><phone>" + phone + "</phone><meta><instanceID>" + instance +
           "</instanceID><userID>" + author + "</userID><entity dataset=\"contacts\" update=\"1\" baseVersion=\"1\" id=\"" + contact +
           "\"/></meta></data>";
}

QByteArray Call::table(const QByteArray& officePhone) const
{
    return "name,label,phone\n" + contact + ",Ratna Dewi," + officePhone + "\n";
}

ServedFolder::ServedFolder(hub::HubConfig config) : m_config(std::move(config))
{
    if (m_config.dataDir.isEmpty())
        m_config.dataDir = m_dir.path() + QStringLiteral("/hub");
    m_config.port = 0;
    start();
    const auto form = admin().publishForm(visitForm());
    INFO((form ? std::string() : form.error().detail.toStdString()));
    REQUIRE(form);
    auto device = admin().addDevice(QStringLiteral("Tablet"));
    REQUIRE(device);
    m_device = *device;
}

void ServedFolder::start()
{
    auto hub = hub::Hub::start(m_config);
    INFO((hub ? std::string() : hub.error().detail.toStdString()));
    REQUIRE(hub);
    m_hub = std::move(*hub);
}

} // namespace rapport::test
