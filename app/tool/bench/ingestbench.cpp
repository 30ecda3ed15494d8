// SPDX-License-Identifier: Apache-2.0
// Finished conversations of a large stand: the real rapport-hub in a process of its own, 64 devices here.
#include "app/tool/bench/bareserver.h"
#include "app/tool/bench/bench.h"
#include "app/tool/bench/hubchild.h"
#include "app/tool/bench/postload.h"
#include "sync/hub/hub.h"

#include <QUuid>

namespace rapport::tool
{

namespace
{

constexpr int connections = 64, rounds = 5, recordBytes = 3 * 1024;

/// A contact with its answers: what a short conversation at a stand leaves.
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

/// A POST of a record that nobody has sent before.
QByteArray request(const QByteArray& token)
{
    const QByteArray contact = uuid();
    QByteArray record = "<data id=\"bench\" version=\"1\"><name>Mara " + contact.left(8) + "</name><email>" + contact +
                        "@one.example</email><remark></remark><meta><instanceID>uuid:" + uuid() +
                        "</instanceID><entity dataset=\"contacts\" create=\"1\" id=\"" + contact + "\"><label>Mara</label></entity></meta></data>";
    record.replace("<remark>", "<remark>" + QByteArray(recordBytes - record.size(), 'x'));
    const QByteArray body = "--limit\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"submission.xml\"\r\n"
                            "Content-Type: text/xml\r\n\r\n" +
                            record + "\r\n--limit--\r\n";
    return "POST /submission HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token +
           "\r\nX-OpenRosa-Version: 1.0\r\nContent-Type: multipart/form-data; boundary=limit\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

Result<QByteArray> prepareHub(const QString& folder)
{
    hub::HubConfig config;
    config.dataDir = folder;
    auto admin = hub::HubAdmin::open(config);
    if (!admin)
        return admin.error();
    if (const auto published = (*admin)->publishForm(form); !published)
        return published.error();
    const auto device = (*admin)->addDevice(QStringLiteral("bench"));
    if (!device)
        return device.error();
    return device->token.toLatin1();
}

} // namespace

Result<std::vector<Figure>> benchIngest(const BenchOptions& options)
{
    const QString folder = options.folder + QStringLiteral("/hub");
    const auto token = prepareHub(folder);
    if (!token)
        return token.error();
    HubChild hub(options.binaries, folder);
    const auto bare = BareServer::start(options.folder + QStringLiteral("/bare.db"));
    if (!bare || !hub.start())
        return bare ? Error{Error::Kind::Internal, QStringLiteral("the hub does not start")} : bare.error();
    const std::chrono::seconds whole(options.seconds > 0 ? options.seconds : 20);
    const auto time = std::chrono::milliseconds(whole) / (2 * rounds);
    std::vector<double> hubRates, bareRates, ratios;
    for (int round = 0; round < rounds; ++round) { // by turns, so that both see the same machine
        const auto least = postLoad((*bare)->port(), connections, time, [&] { return request(*token); });
        const auto ours = least ? postLoad(hub.port(), connections, time, [&] { return request(*token); }) : least;
        if (!ours)
            return ours.error();
        bareRates.push_back(*least);
        hubRates.push_back(*ours);
        ratios.push_back(*ours / *least);
    }
    return std::vector<Figure>{
        {QStringLiteral("durable submissions a second"), median(hubRates), QStringLiteral("1/s"), QStringLiteral("bare libmicrohttpd, one row each"),
         median(bareRates)},
        {QStringLiteral("median of the rounds' ratios"), median(ratios), {}, {}, {}},
        {QStringLiteral("hub's memory at its highest"), peakMb(hub.processId()), QStringLiteral("MB"), {}, {}},
    };
}

} // namespace rapport::tool
