// SPDX-License-Identifier: Apache-2.0
// rapportctl hub …: the administration of a hub's folder. Works beside a serving hub, which notices what changed.
#include "app/security/devicesecret.h"
#include "app/tool/command.h"
#include "app/tool/qrcode.h"
#include "sync/hub/hub.h"
#include "sync/store/store.h"
#include "sync/wire/enrolment.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cstdio>
#include <iostream>

namespace rapport::tool
{

namespace
{

using hub::HubAdmin;

int failWith(const Error& error)
{
    if (error.kind == Error::Kind::Newer)
        return fail(
            QStringLiteral("The hub's data were written by a newer Rapport and stay untouched; update this one first (%1).").arg(error.detail));
    return fail(error.detail);
}

void printObject(const QJsonObject& object)
{
    print(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

int printAll(const Result<QJsonArray>& rows)
{
    if (!rows)
        return failWith(rows.error());
    print(QJsonDocument(*rows).toJson(QJsonDocument::Compact));
    return 0;
}

int printDone(const Status& done)
{
    if (!done)
        return failWith(done.error());
    printObject(QJsonObject{{QStringLiteral("ok"), true}});
    return 0;
}

/// Hands the bytes of a file to whoever takes them.
template <typename Take>
int withFile(const QString& path, Take take)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    return take(file.readAll());
}

int addDevice(HubAdmin& hub, const QStringList& words)
{
    const auto device = hub.addDevice(words[0]);
    if (!device)
        return failWith(device.error());
    printObject(QJsonObject{{QStringLiteral("device_id"), device->id}, {QStringLiteral("token"), device->token}});
    return 0;
}

/// JSON for programs on stdout, the QR for people on stderr or in a file.
int inviteDevice(HubAdmin& hub, const QStringList& words)
{
    if (words.size() != 1 && !(words.size() == 3 && words[1] == QLatin1String("--png")))
        return fail(QStringLiteral("device invite takes a NAME and perhaps --png FILE"));
    const auto invitation = hub.invite(words[0]);
    if (!invitation)
        return failWith(invitation.error());
    const QImage code = qrCode(wire::invitationText({QUrl(invitation->url), invitation->code}));
    if (words.size() == 3 && !code.scaled(code.size() * 8).save(words[2], "PNG"))
        return fail(QStringLiteral("%1 cannot be written; the code is %2").arg(words[2], invitation->code));
    if (words.size() == 1)
        std::fprintf(stderr, "%s", qUtf8Printable(asBlocks(code)));
    printObject(QJsonObject{{QStringLiteral("code"), invitation->code},
                            {QStringLiteral("url"), invitation->url},
                            {QStringLiteral("expires"), invitation->expires.toUTC().toString(Qt::ISODate)}});
    return 0;
}

int revokeDevice(HubAdmin& hub, const QStringList& words)
{
    return printDone(hub.revokeDevice(words[0]));
}

int listDevices(HubAdmin& hub, const QStringList&)
{
    return printAll(hub.devices());
}

/// Files as they are named, and those of folders.
std::vector<HubAdmin::FormFile> filesOf(const QStringList& places)
{
    std::vector<HubAdmin::FormFile> files;
    for (const QString& place : places) {
        const QFileInfo named(place);
        const QFileInfoList all = named.isDir() ? QDir(place).entryInfoList(QDir::Files, QDir::Name) : QFileInfoList{named};
        for (const QFileInfo& file : all)
            files.push_back({file.fileName(), file.filePath()});
    }
    return files;
}

int publishForm(HubAdmin& hub, const QStringList& words)
{
    if (words.isEmpty() || (words.size() > 1 && (words[1] != QLatin1String("--media") || words.size() == 2)))
        return fail(QStringLiteral("form publish takes a FILE and perhaps --media with folders and files"));
    return withFile(words[0], [&](const QByteArray& bytes) {
        const auto form = hub.publishForm(bytes, QFileInfo(words[0]).completeBaseName(), filesOf(words.mid(2)));
        if (!form)
            return failWith(form.error());
        for (const QString& warning : form->warnings)
            std::cerr << warning.toStdString() << '\n';
        printObject(QJsonObject{{QStringLiteral("form_id"), form->formId},
                                {QStringLiteral("version"), form->version},
                                {QStringLiteral("hash"), form->hash},
                                {QStringLiteral("files"), QJsonArray::fromStringList(form->files)}});
        return 0;
    });
}

int listForms(HubAdmin& hub, const QStringList&)
{
    return printAll(hub.forms());
}

int putOccasion(HubAdmin& hub, const QStringList& words)
{
    return withFile(words[0], [&](const QByteArray& bytes) { return printDone(hub.putOccasion(bytes)); });
}

int importEntities(HubAdmin& hub, const QStringList& words)
{
    return withFile(words[1], [&](const QByteArray& bytes) {
        const auto changed = hub.importEntities(words[0], bytes);
        if (!changed)
            return failWith(changed.error());
        printObject(QJsonObject{{QStringLiteral("list"), words[0]}, {QStringLiteral("changed"), *changed}});
        return 0;
    });
}

/// The one command whose output is CSV: what `entities import` reads.
int exportEntities(HubAdmin& hub, const QStringList& words)
{
    const auto csv = hub.exportEntities(words[0]);
    if (!csv)
        return failWith(csv.error());
    std::fwrite(csv->constData(), 1, static_cast<std::size_t>(csv->size()), stdout);
    return 0;
}

int listSubmissions(HubAdmin& hub, const QStringList&)
{
    return printAll(hub.submissions());
}

int exportSubmissions(HubAdmin& hub, const QStringList& words)
{
    return printAll(hub.exportSubmissions(words[0]));
}

int addConnector(HubAdmin& hub, const QStringList& words)
{
    return withFile(words[0], [&](const QByteArray& bytes) { return printDone(hub.addConnector(bytes)); });
}

int checkConnector(HubAdmin& hub, const QStringList& words)
{
    return printDone(hub.checkConnector(words[0]));
}

/// Fails where a list could not be pulled; what could is kept.
int pullConnector(HubAdmin& hub, const QStringList& words)
{
    const auto rounds = hub.pullConnector(words[0]);
    if (const int failed = printAll(rounds); failed != 0)
        return failed;
    for (const QJsonValue& round : *rounds) {
        if (round.toObject().contains(QLatin1String("error")))
            return fail(
                QStringLiteral("%1 could not be pulled: %2").arg(round[QLatin1String("list")].toString(), round[QLatin1String("error")].toString()));
    }
    return 0;
}

int listJobs(HubAdmin& hub, const QStringList&)
{
    return printAll(hub.jobs());
}

int retryJob(HubAdmin& hub, const QStringList& words)
{
    return printDone(hub.retryJob(words[0]));
}

/// The key of a hub that is embedded in the app: it lies in the app's data folder, beside the wrapped data key. Alone it has none.
Result<std::optional<QByteArray>> keyOf(const QString& dataDir)
{
    const QString appDir = QFileInfo(QDir(dataDir).absolutePath()).path();
    if (!QFile::exists(appDir + QStringLiteral("/key")))
        return std::optional<QByteArray>();
    const auto secret = security::deviceSecret();
    if (!secret)
        return secret.error();
    const auto key = store::DataKey::open(appDir, *secret);
    if (!key)
        return key.error();
    return std::optional(key->hubKey());
}

/// Takes --data-dir out of the arguments, wants @p count words to be left (-1: as many as there are), opens the hub's folder and acts.
template <int (*act)(HubAdmin&, const QStringList&), int count>
int run(const QStringList& arguments)
{
    QStringList words = arguments;
    const qsizetype option = words.indexOf(QStringLiteral("--data-dir"));
    if (option < 0 || option + 1 >= words.size())
        return fail(QStringLiteral("hub needs --data-dir DIR"));
    hub::HubConfig config;
    config.dataDir = words.takeAt(option + 1);
    words.removeAt(option);
    if (count >= 0 && words.size() != count)
        return fail(QStringLiteral("%1 words were expected behind the command, %2 came").arg(count).arg(words.size()));
    const auto key = keyOf(config.dataDir);
    if (!key)
        return failWith(key.error());
    config.databaseKey = *key;
    auto hub = HubAdmin::open(config);
    if (!hub)
        return failWith(hub.error());
    return act(**hub, words);
}

} // namespace

std::vector<Command> hubCommands()
{
    struct Row {
        const char *name, *arguments, *help;
        int (*run)(const QStringList&);
    };
    constexpr Row table[] = {
        {"hub device invite", "NAME [--png FILE]", "A code for one more device, good for 48 hours and one use, also as QR.", run<inviteDevice, -1>},
        {"hub device add", "NAME", "A token for one more device; it is shown once.", run<addDevice, 1>},
        {"hub device revoke", "ID", "From now on the device is refused.", run<revokeDevice, 1>},
        {"hub device list", "", "The devices, without their tokens.", run<listDevices, 0>},
        {"hub form publish", "FILE.xlsx|FILE.xml [--media FOLDER|FILE…]", "Checks a form and gives it to the devices with its pictures and tables.",
         run<publishForm, -1>},
        {"hub form list", "", "The forms and their versions.", run<listForms, 0>},
        {"hub occasion put", "FILE.json", "Adds an occasion, or a newer version of it.", run<putOccasion, 1>},
        {"hub entities import", "LIST FILE.csv", "Adds and changes the rows of a list.", run<importEntities, 2>},
        {"hub entities export", "LIST", "A list as CSV.", run<exportEntities, 1>},
        {"hub submissions list", "", "What came in, newest first.", run<listSubmissions, 0>},
        {"hub submissions export", "FORM", "The answers of one form, with the names of their files.", run<exportSubmissions, 1>},
        {"hub connector add", "FILE.json", "Adds or replaces a target.", run<addConnector, 1>},
        {"hub connector check", "ID", "Whether the target can be reached and lets us in.", run<checkConnector, 1>},
        {"hub connector pull", "ID", "Fetches now what changed in the target, list by list.", run<pullConnector, 1>},
        {"hub jobs list", "", "What is on its way to the targets, and what became of it.", run<listJobs, 0>},
        {"hub jobs retry", "ID", "Tries a job again that needed somebody.", run<retryJob, 1>},
    };
    std::vector<Command> commands;
    for (const Row& row : table) {
        const QString arguments = QStringLiteral("--data-dir DIR %1").arg(QString::fromUtf8(row.arguments)).trimmed();
        commands.push_back({QString::fromUtf8(row.name), arguments, QString::fromUtf8(row.help), row.run});
    }
    return commands;
}

} // namespace rapport::tool
