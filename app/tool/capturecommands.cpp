// SPDX-License-Identifier: Apache-2.0
#include "app/capture/cardfields.h"
#include "app/capture/helper.h"
#include "app/capture/reader.h"
#include "app/tool/command.h"
#include "sync/contact/contactjson.h"
#include "sync/contact/payload.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rapport::tool
{

namespace
{

enum class Subject { Code, Card };

QJsonArray toJson(const std::vector<capture::Code>& codes)
{
    QJsonArray all;
    for (const capture::Code& code : codes) {
        QJsonArray points;
        for (const QPointF& point : code.points)
            points.append(QJsonArray{qRound(point.x()), qRound(point.y())});
        all.append(QJsonObject{{QStringLiteral("format"), code.format}, {QStringLiteral("text"), code.text}, {QStringLiteral("points"), points}});
    }
    return all;
}

QJsonObject scanOne(capture::Reader& reader, const QString& path, Subject subject)
{
    QJsonObject out{{QStringLiteral("file"), path}, {QStringLiteral("codes"), QJsonArray()}};
    QElapsedTimer timer;
    timer.start();
    QImageReader image(path);
    image.setAutoTransform(true);
    QEventLoop loop;
    QObject context;
    QObject::connect(&reader, &capture::Reader::finished, &context, [&](quint64, const capture::ReadResult& found) {
        out[QLatin1String("codes")] = toJson(found.codes);
        if (!found.codes.empty())
            out[QLatin1String("contact")] = contact::toJson(capture::draftFromCode(found.codes.front()).contact);
        loop.quit();
    });
    QObject::connect(&reader, &capture::Reader::cardRead, &context, [&](quint64, const capture::CardText& text) {
        out[QLatin1String("codes")] = toJson(text.codes);
        out[QLatin1String("contact")] = contact::toJson(capture::draftFromCard(text));
        if (!text.problem.isEmpty())
            out[QLatin1String("problem")] = text.problem;
        loop.quit();
    });
    QObject::connect(&reader, &capture::Reader::failed, &context, [&](quint64, const Error& error) {
        out[QLatin1String("error")] = error.detail;
        loop.quit();
    });
    if (subject == Subject::Card)
        reader.readCard(image.read());
    else
        reader.read(image.read());
    loop.exec();
    out[QLatin1String("ms")] = timer.elapsed();
    return out;
}

int scan(const QStringList& arguments)
{
    QStringList files = arguments;
    files.removeAll(QStringLiteral("--barcode"));
    const Subject subject = files.removeAll(QStringLiteral("--card")) > 0 ? Subject::Card : Subject::Code;
    if (files.isEmpty())
        return fail(QStringLiteral("scan needs pictures"));
    capture::Reader reader(capture::helperProgram(QStringLiteral("rapport-worker")));
    for (const QString& file : files)
        print(QJsonDocument(scanOne(reader, file, subject)).toJson(QJsonDocument::Compact));
    return 0;
}

int parse(const QStringList& arguments)
{
    if (arguments.isEmpty())
        return fail(QStringLiteral("parse needs files"));
    for (const QString& path : arguments) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
        QJsonArray contacts;
        for (const contact::Contact& contact : contact::parsePayload(file.read(1024 * 1024)))
            contacts.append(contact::toJson(contact));
        print(QJsonDocument(QJsonObject{{QStringLiteral("file"), path}, {QStringLiteral("contacts"), contacts}}).toJson(QJsonDocument::Compact));
    }
    return 0;
}

} // namespace

std::vector<Command> captureCommands()
{
    return {
        {QStringLiteral("scan"), QStringLiteral("[--barcode|--card] IMAGE…"),
         QStringLiteral("Reads the codes of pictures, or the business cards on them."), scan},
        {QStringLiteral("parse"), QStringLiteral("FILE…"), QStringLiteral("Reads payloads: vCards, MECARDs, identifiers."), parse},
    };
}

} // namespace rapport::tool
