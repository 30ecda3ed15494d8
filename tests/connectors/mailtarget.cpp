// SPDX-License-Identifier: Apache-2.0
#include "connectors/mailtarget.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

namespace rapport::test
{

MailTarget::MailTarget(const QStringList& sinkArguments) : m_arguments(sinkArguments)
{
    QFile shipped(QStringLiteral(RAPPORT_SOURCE "/sync/connectors/mail/templates.json")), edited(dir.filePath(u"templates.json"_s));
    REQUIRE(shipped.open(QIODevice::ReadOnly));
    REQUIRE(edited.open(QIODevice::WriteOnly));
    edited.write(shipped.readAll().replace("\"{@sender}\"", "\"{@sender}\", \"Reference: {@id}\""));
    REQUIRE(sink.start(m_arguments));
}

std::unique_ptr<connectors::Connector> MailTarget::connect(const QJsonObject& instead)
{
    QJsonObject configuration{{u"id"_s, u"post"_s},
                              {u"type"_s, u"mail"_s},
                              {u"title"_s, u"Mail"_s},
                              {u"url"_s, u"smtp://127.0.0.1:%1"_s.arg(sink.port())},
                              {u"starttls"_s, false},
                              {u"from"_s, u"booth@kuehlung.example"_s},
                              {u"from_name"_s, u"Kühlung Nord – Messe"_s},
                              {u"templates"_s, u"templates.json"_s},
                              {u"request_seconds"_s, 20}};
    for (auto it = instead.begin(); it != instead.end(); ++it) {
        if (it.value().isNull())
            configuration.remove(it.key());
        else
            configuration[it.key()] = it.value();
    }
    auto made = connectors::makeConnector(configuration, dir.path());
    INFO((made ? std::string() : made.error().detail.toStdString()));
    REQUIRE(made);
    return std::move(*made);
}

int MailTarget::count(const QString&, const QString& id)
{
    const auto mails = sink.mails();
    return int(std::count_if(mails.begin(), mails.end(), [&](const QJsonObject& mail) { return mail["text"_L1].toString().contains(id); }));
}

QString MailTarget::text(const QString&, const QString& id)
{
    for (const QJsonObject& mail : sink.mails()) {
        if (mail["text"_L1].toString().contains(id))
            return mail["headers"_L1]["Subject"_L1].toString();
    }
    return {};
}

QString MailTarget::state()
{
    QString out;
    for (const QJsonObject& mail : sink.mails())
        out += QString::fromUtf8(QJsonDocument(mail).toJson());
    return out;
}

void MailTarget::behave()
{
    sink.behave();
    if (!sink.isRunning())
        REQUIRE(sink.start(m_arguments));
}

MailTarget& mailTarget()
{
    static MailTarget target;
    return target;
}

} // namespace rapport::test
