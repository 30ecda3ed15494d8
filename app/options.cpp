// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

namespace rapport::app
{

namespace
{

Error fault(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

/// The language of the system where it is one of ours.
QString systemLanguage(const QStringList& ours)
{
    const QString code = QLocale::system().name().left(2);
    return ours.contains(code) ? code : QStringLiteral("en");
}

} // namespace

Result<Options> parseOptions(const QStringList& arguments)
{
    const QStringList languages{QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("id")};
    const QCommandLineOption dataDir(QStringLiteral("data-dir"), QStringLiteral("Folder of this device's data."), QStringLiteral("DIR"));
    const QCommandLineOption hub(QStringLiteral("hub"), QStringLiteral("Address of the hub; without it the app brings its own."),
                                 QStringLiteral("URL"));
    const QCommandLineOption lang(QStringLiteral("lang"), QStringLiteral("Language: en, de or id."), QStringLiteral("CODE"));
    const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("What the device is for: staff."), QStringLiteral("PROFILE"),
                                     QStringLiteral("staff"));
    const QCommandLineOption camera(QStringLiteral("camera-source"),
                                    QStringLiteral("A picture, a folder of pictures or a video in place of the camera."), QStringLiteral("FILE|DIR"));
    const QCommandLineOption position(QStringLiteral("position-source"),
                                      QStringLiteral("A file of NMEA sentences in place of the machine's own positioning."), QStringLiteral("FILE"));
    const QCommandLineOption now(QStringLiteral("now"), QStringLiteral("Time to start at, such as 2027-11-10T09:00:00+01:00."),
                                 QStringLiteral("ISO"));
    const QCommandLineOption demo(QStringLiteral("demo"), QStringLiteral("Put a demo fair into the app's own hub when it is new."));
    QCommandLineParser parser;
    parser.addOptions({dataDir, hub, lang, profile, camera, position, now, demo});
    parser.setApplicationDescription(QStringLiteral("Customer conversations at the fair, on a visit, at the machine."));
    const QCommandLineOption help = parser.addHelpOption(), version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return fault(parser.errorText());
    if (parser.isSet(help))
        return Error{Error::Kind::NotFound, parser.helpText()};
    if (parser.isSet(version))
        return Error{Error::Kind::NotFound, QStringLiteral("rapport %1\n").arg(QCoreApplication::applicationVersion())};
    if (!parser.positionalArguments().isEmpty())
        return fault(QStringLiteral("\"%1\" is not an option").arg(parser.positionalArguments().first()));

    Options options;
    options.dataDir = parser.value(dataDir);
    if (options.dataDir.isEmpty())
        options.dataDir = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    options.dataDir = QFileInfo(options.dataDir).absoluteFilePath();
    if (parser.isSet(hub)) {
        const QUrl url(parser.value(hub), QUrl::StrictMode);
        if (!url.isValid() || !url.scheme().startsWith(QLatin1String("http")) || url.host().isEmpty())
            return fault(QStringLiteral("--hub takes an address such as https://hub.example"));
        options.hub = url;
    }
    options.language = parser.isSet(lang) ? parser.value(lang) : systemLanguage(languages);
    options.languageGiven = parser.isSet(lang);
    if (!languages.contains(options.language))
        return fault(QStringLiteral("--lang takes en, de or id"));
    if (parser.value(profile) != QLatin1String("staff"))
        return fault(QStringLiteral("--profile takes staff"));
    options.cameraSource = parser.value(camera);
    options.positionSource = parser.value(position);
    if (parser.isSet(now)) {
        const QDateTime start = QDateTime::fromString(parser.value(now), Qt::ISODate);
        if (!start.isValid())
            return fault(QStringLiteral("--now takes a time such as 2027-11-10T09:00:00+01:00"));
        options.now = start;
    }
    options.demo = parser.isSet(demo);
    return options;
}

} // namespace rapport::app
