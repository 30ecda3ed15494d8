// SPDX-License-Identifier: Apache-2.0
#include "app/hub/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QUrl>

namespace rapport::app
{

namespace
{

Error fault(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

QString versionText()
{
    return QStringLiteral("%1 %2\n").arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion());
}

Status readListen(const QString& text, hub::HubConfig& config)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    bool number = false;
    const ushort port = text.mid(colon + 1).toUShort(&number);
    if (colon < 1 || !number)
        return fault(QStringLiteral("--listen takes ADDRESS:PORT, such as 127.0.0.1:8440"));
    config.address = text.left(colon);
    config.port = port;
    return ok();
}

} // namespace

Result<hub::HubConfig> hubConfig(const QStringList& arguments)
{
    const QCommandLineOption dataDir(QStringLiteral("data-dir"), QStringLiteral("Folder of the hub's data; made where it is missing."),
                                     QStringLiteral("DIR"));
    const QCommandLineOption listen(QStringLiteral("listen"), QStringLiteral("Where to listen; port 0 takes any free one."),
                                    QStringLiteral("ADDRESS:PORT"), QStringLiteral("127.0.0.1:8440"));
    const QCommandLineOption publicUrl(QStringLiteral("public-url"), QStringLiteral("Where devices reach the hub, for their invitations."),
                                       QStringLiteral("URL"));
    const QCommandLineOption now(QStringLiteral("now"), QStringLiteral("Time to start at, such as 2027-11-10T09:00:00+01:00."),
                                 QStringLiteral("ISO"));
    QCommandLineParser parser;
    parser.addOptions({dataDir, listen, publicUrl, now});
    parser.setApplicationDescription(QStringLiteral("Takes conversations in and carries them to the systems of record."));
    const QCommandLineOption help = parser.addHelpOption(), version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return fault(parser.errorText());
    if (parser.isSet(help))
        return Error{Error::Kind::NotFound, parser.helpText()};
    if (parser.isSet(version))
        return Error{Error::Kind::NotFound, versionText()};
    if (!parser.positionalArguments().isEmpty())
        return fault(QStringLiteral("\"%1\" is not an option").arg(parser.positionalArguments().first()));
    if (parser.value(dataDir).isEmpty())
        return fault(QStringLiteral("--data-dir DIR is missing"));

    hub::HubConfig config;
    config.dataDir = parser.value(dataDir);
    if (auto read = readListen(parser.value(listen), config); !read)
        return read.error();
    if (parser.isSet(publicUrl)) {
        const QUrl url(parser.value(publicUrl), QUrl::StrictMode);
        if (!url.scheme().startsWith(QLatin1String("http")) || url.host().isEmpty())
            return fault(QStringLiteral("--public-url takes an address such as https://hub.example"));
        config.publicUrl = url.toString();
    }
    if (parser.isSet(now)) {
        const QDateTime start = QDateTime::fromString(parser.value(now), Qt::ISODate);
        if (!start.isValid())
            return fault(QStringLiteral("--now takes a time such as 2027-11-10T09:00:00+01:00"));
        config.clock = clockStartingAt(start);
    }
    return config;
}

} // namespace rapport::app
