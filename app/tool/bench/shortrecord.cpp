// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/shortrecord.h"

#include "sync/hub/hub.h"

#include <QUuid>

namespace rapport::tool
{

namespace
{

constexpr int recordBytes = 3 * 1024;

/// What a short conversation at a stand leaves.
constexpr const char* form = R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:entities="http://www.opendatakit.org/xforms/entities"><h:head><h:title>Bench</h:title>
<model entities:entities-version="2024.1.0"><instance><data id="bench" version="1"><name/><email/><remark/>
<meta><instanceID/><entity dataset="contacts" create="1" id=""><label/></entity></meta></data></instance>
<bind nodeset="/data/name" type="string" entities:saveto="given_name"/>
<bind nodeset="/data/email" type="string" entities:saveto="email"/>
<bind nodeset="/data/remark" type="string"/>
<bind nodeset="/data/meta/entity/@id" type="string"/>
<bind nodeset="/data/meta/entity/label" calculate="/data/name" type="string"/>
<bind nodeset="/data/meta/instanceID" type="string"/></model></h:head>
<h:body><input ref="/data/name"><label>Name</label></input><input ref="/data/email"><label>E-mail</label></input>
<input ref="/data/remark"><label>Remark</label></input></h:body></h:html>)";

QByteArray uuid()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

QByteArray part(const QByteArray& name, const QByteArray& file, const QByteArray& type, const QByteArray& content)
{
    return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file + "\"\r\nContent-Type: " + type + "\r\n\r\n" +
           content + "\r\n";
}

QByteArray head(const QByteArray& firstLine, const QByteArray& token)
{
    return firstLine + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\nX-OpenRosa-Version: 1.0\r\n";
}

} // namespace

Result<QByteArrayList> prepareRecordHub(const QString& folder, int devices)
{
    hub::HubConfig config;
    config.dataDir = folder;
    auto admin = hub::HubAdmin::open(config);
    if (!admin)
        return admin.error();
    if (const auto published = (*admin)->publishForm(form); !published)
        return published.error();
    QByteArrayList tokens;
    for (int i = 0; i < devices; ++i) {
        const auto device = (*admin)->addDevice(QStringLiteral("bench %1").arg(i));
        if (!device)
            return device.error();
        tokens.append(device->token.toLatin1());
    }
    return tokens;
}

QByteArray recordPost(const QByteArray& token, const QByteArray& film)
{
    const QByteArray contact = uuid();
    QByteArray record = "<data id=\"bench\" version=\"1\"><name>Mara " + contact.left(8) + "</name><email>" + contact +
                        "@one.example</email><remark></remark><meta><instanceID>uuid:" + uuid() +
                        "</instanceID><entity dataset=\"contacts\" create=\"1\" id=\"" + contact + "\"><label>Mara</label></entity></meta></data>";
    record.replace("<remark>", "<remark>" + QByteArray(recordBytes - record.size(), 'x'));
    QByteArray body = part("xml_submission_file", "submission.xml", "text/xml", record);
    if (!film.isEmpty())
        body += part("film.mp4", "film.mp4", "video/mp4", film);
    body += "--limit--\r\n";
    return head("POST /submission", token) +
           "Content-Type: multipart/form-data; boundary=limit\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray getRequest(const QByteArray& token, const QByteArray& path)
{
    return head("GET " + path, token) + "\r\n";
}

} // namespace rapport::tool
