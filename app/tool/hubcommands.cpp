// SPDX-License-Identifier: Apache-2.0
// rapportctl hub …: the administration of a hub's folder. Works beside a serving hub, which notices what changed.
#include "app/security/devicesecret.h"
#include "app/tool/command.h"
#include "app/tool/qrcode.h"
#include "sync/hub/assets.h"
#include "sync/hub/backup.h"
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

/// Takes an option with its value out of the words; empty where it is not among them.
QString takeOption(QStringList& words, const QString& name)
{
    const qsizetype at = words.indexOf(name);
    if (at < 0 || at + 1 >= words.size())
        return {};
    const QString value = words.takeAt(at + 1);
    words.removeAt(at);
    return value;
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

int restoreDevice(HubAdmin& hub, const QStringList& words)
{
    return printDone(hub.restoreDevice(words[0]));
}

int setLease(HubAdmin& hub, const QStringList& words)
{
    bool whole = false;
    const int days = words[1].toInt(&whole);
    return whole ? printDone(hub.setLease(words[0], days)) : fail(QStringLiteral("device lease takes an ID and a whole number of DAYS"));
}

int listDevices(HubAdmin& hub, const QStringList&)
{
    return printAll(hub.devices());
}

int addUser(HubAdmin& hub, const QStringList& words)
{
    QStringList rest = words;
    const QString role = takeOption(rest, QStringLiteral("--role")), id = takeOption(rest, QStringLiteral("--id"));
    if (rest.size() != 1)
        return fail(QStringLiteral("user add takes a NAME and perhaps --role ROLE and --id ID"));
    const auto user = hub.addUser(rest[0], role.isEmpty() ? QStringLiteral("rep") : role, id);
    if (!user)
        return failWith(user.error());
    printObject(QJsonObject{{QStringLiteral("user_id"), user->id}, {QStringLiteral("name"), user->name}, {QStringLiteral("role"), user->role}});
    return 0;
}

int listUsers(HubAdmin& hub, const QStringList&)
{
    return printAll(hub.users());
}

int assignDevice(HubAdmin& hub, const QStringList& words)
{
    return printDone(hub.assignDevice(words[0], words[1]));
}

int setPolicy(HubAdmin& hub, const QStringList& words)
{
    return printDone(hub.setPolicy(words[0], words[1], words[2]));
}

int listConflicts(HubAdmin& hub, const QStringList& words)
{
    return printAll(hub.conflicts(!words.contains(QStringLiteral("--all"))));
}

/// Does @p decide about what has that number.
template <typename Decide>
int withNumber(const QString& word, Decide decide)
{
    bool isNumber = false;
    const qint64 id = word.toLongLong(&isNumber);
    return isNumber ? printDone(decide(id)) : fail(QStringLiteral("“%1” is no number of the list").arg(word));
}

int settleConflict(HubAdmin& hub, const QStringList& words)
{
    return withNumber(words[0], [&](qint64 id) { return hub.settleConflict(id, words[1], words[2]); });
}

int listDuplicates(HubAdmin& hub, const QStringList& words)
{
    return printAll(hub.duplicates(!words.contains(QStringLiteral("--all"))));
}

int mergeDuplicate(HubAdmin& hub, const QStringList& words)
{
    return withNumber(words[0], [&](qint64 id) { return hub.mergeDuplicate(id, words[1], words[2]); });
}

int keepApart(HubAdmin& hub, const QStringList& words)
{
    return withNumber(words[0], [&](qint64 id) { return hub.keepApart(id, words[1]); });
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

/// Fails where rows were left out: whoever brought the file mends them and brings it again.
int importMapped(HubAdmin& hub, const QString& list, const QByteArray& file, const QString& mapping, HubAdmin::ImportRun run)
{
    const auto imported = [&](const QByteArray& rules) {
        const auto report = hub.importMapped(list, file, rules, run);
        if (!report)
            return failWith(report.error());
        printObject(*report);
        const QJsonArray faults = (*report)[QLatin1String("faults")].toArray();
        for (const QJsonValue& fault : faults) {
            for (const QString& unit : {QStringLiteral("line"), QStringLiteral("row")}) {
                if (fault.toObject().contains(unit))
                    std::cerr << unit.toStdString() << ' ' << fault[unit].toInt() << ": " << fault[QLatin1String("fault")].toString().toStdString()
                              << '\n';
            }
        }
        return faults.isEmpty() ? 0 : fail(QStringLiteral("Rows with faults are left out."));
    };
    return QFileInfo::exists(mapping) ? withFile(mapping, imported) : imported(mapping.toUtf8());
}

int importEntities(HubAdmin& hub, const QStringList& words)
{
    QStringList rest = words;
    const QString mapping = takeOption(rest, QStringLiteral("--mapping"));
    const bool dry = rest.removeAll(QStringLiteral("--dry-run")) > 0;
    if (rest.size() != 2)
        return fail(QStringLiteral("entities import takes a LIST and a FILE, and perhaps --mapping FILE.json and --dry-run"));
    if (dry && mapping.isEmpty())
        return fail(QStringLiteral("--dry-run tells what a --mapping makes of a file; name one"));
    return withFile(rest[1], [&](const QByteArray& bytes) {
        if (!mapping.isEmpty())
            return importMapped(hub, rest[0], bytes, mapping, dry ? HubAdmin::ImportRun::Dry : HubAdmin::ImportRun::Real);
        const auto changed = hub.importEntities(rest[0], bytes);
        if (!changed)
            return failWith(changed.error());
        printObject(QJsonObject{{QStringLiteral("list"), rest[0]}, {QStringLiteral("changed"), *changed}});
        return 0;
    });
}

void printBytes(const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

int exportAudience(HubAdmin& hub, const QStringList& words)
{
    QStringList rest = words;
    const QString filter = takeOption(rest, QStringLiteral("--filter"));
    if (rest.size() != 1)
        return fail(QStringLiteral("entities audience takes a LIST and perhaps --filter EXPRESSION"));
    const auto audience = hub.audience(rest[0], filter);
    if (!audience)
        return failWith(audience.error());
    printBytes(audience->csv);
    std::fprintf(stderr, "%d companies; %d held back because they bear the name of somebody we know\n", audience->companies, audience->heldBack);
    return 0;
}

/// CSV, as `entities import` reads it.
int exportEntities(HubAdmin& hub, const QStringList& words)
{
    const auto csv = hub.exportEntities(words[0]);
    if (!csv)
        return failWith(csv.error());
    printBytes(*csv);
    return 0;
}

/// --title, --folder and so on, taken out of @p words.
hub::AssetWords takeAssetWords(QStringList& words)
{
    hub::AssetWords said;
    const auto take = [&](const char* option) -> std::optional<QString> {
        const qsizetype at = words.indexOf(QLatin1String(option));
        if (at < 0 || at + 1 >= words.size())
            return {};
        const QString value = words.takeAt(at + 1);
        words.removeAt(at);
        return value;
    };
    said.id = take("--id").value_or(QString());
    said.title = take("--title");
    said.folder = take("--folder");
    said.tags = take("--tags");
    said.languages = take("--languages");
    said.validFrom = take("--from");
    said.validTo = take("--to");
    said.visibility = take("--visibility");
    return said;
}

int printAsset(const Result<QJsonObject>& asset)
{
    if (!asset)
        return failWith(asset.error());
    printObject(*asset);
    return 0;
}

int addAsset(HubAdmin& admin, const QStringList& words)
{
    QStringList rest = words;
    const hub::AssetWords said = takeAssetWords(rest);
    if (rest.size() != 1)
        return fail(QStringLiteral("asset add takes a FILE and what is said of it"));
    return printAsset(hub::putAsset(admin, said, rest[0]));
}

int changeAsset(HubAdmin& admin, const QStringList& words)
{
    QStringList rest = words;
    hub::AssetWords said = takeAssetWords(rest);
    if (rest.size() != 1)
        return fail(QStringLiteral("asset change takes an ID and what is said of it"));
    said.id = rest[0];
    return printAsset(hub::putAsset(admin, said, {}));
}

int recallAsset(HubAdmin& admin, const QStringList& words)
{
    QStringList rest = words;
    const QString version = takeOption(rest, QStringLiteral("--version")), reason = takeOption(rest, QStringLiteral("--reason"));
    bool isNumber = true;
    const int number = version.isEmpty() ? 0 : version.toInt(&isNumber);
    if (rest.size() != 1 || !isNumber)
        return fail(QStringLiteral("asset recall takes an ID, perhaps the number of a version and a reason"));
    return printAsset(hub::recallAsset(admin, rest[0], version.isEmpty() ? std::nullopt : std::optional(number), reason));
}

int listAssets(HubAdmin& admin, const QStringList&)
{
    return printAll(hub::assets(admin));
}

int withdrawAsset(HubAdmin& admin, const QStringList& words)
{
    return printDone(hub::withdrawAsset(admin, words[0]));
}

const char* whyRefused(const QString& reason)
{
    if (reason == QLatin1String("form"))
        return "its form is not published here; publish it and take the file in again";
    return reason == QLatin1String("other") ? "another record of that id is here" : "it cannot be read";
}

int listSubmissions(HubAdmin& hub, const QStringList&)
{
    return printAll(hub.submissions());
}

int exportSubmissions(HubAdmin& hub, const QStringList& words)
{
    return printAll(hub.exportSubmissions(words[0]));
}

/// Fails where something in it was not taken: whoever brought it keeps the file.
int takeRescue(HubAdmin& hub, const QStringList& words)
{
    const auto report = hub.takeRescue(words[0]);
    if (!report)
        return failWith(report.error());
    print(wire::toJson(*report));
    for (const wire::RescueReport::Refused& one : report->refused)
        std::cerr << one.instanceId.toStdString() << ": " << whyRefused(one.reason) << '\n';
    return report->refused.empty() ? 0
                                   : fail(QStringLiteral("%1 of %2 conversations were not taken in; keep the file.")
                                              .arg(report->refused.size())
                                              .arg(report->conversations));
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

/// Takes --data-dir out of the arguments, wants @p count words to be left (-1: as many as there are), and hands on the hub's folder.
template <typename Act>
int withFolder(const QStringList& arguments, int count, Act act)
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
    return act(config, words);
}

template <int (*act)(HubAdmin&, const QStringList&), int count>
int run(const QStringList& arguments)
{
    return withFolder(arguments, count, [](const hub::HubConfig& config, const QStringList& words) {
        auto hub = HubAdmin::open(config);
        return hub ? act(**hub, words) : failWith(hub.error());
    });
}

/// Of the folder as a whole.
template <Status (*act)(const hub::HubConfig&, const QString&)>
int runOnFolder(const QStringList& arguments)
{
    return withFolder(arguments, 1, [](const hub::HubConfig& config, const QStringList& words) { return printDone(act(config, words[0])); });
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
        {"hub device revoke", "ID", "From now on the device shows no data and gets none; what it has unsent still comes.", run<revokeDevice, 1>},
        {"hub device restore", "ID", "Gives a device its access back.", run<restoreDevice, 1>},
        {"hub device lease", "ID DAYS", "How long the device shows its data without reaching the hub; 0: as long as any (14 days).",
         run<setLease, 2>},
        {"hub device list", "", "The devices, without their tokens.", run<listDevices, 0>},
        {"hub device assign", "ID USER", "Who works with the device from now on.", run<assignDevice, 2>},
        {"hub user add", "NAME [--role ROLE] [--id ID]", "Somebody who works with the devices: rep, technician, manager, editor or admin.",
         run<addUser, -1>},
        {"hub user list", "", "Who works with the devices.", run<listUsers, 0>},
        {"hub form publish", "FILE.xlsx|FILE.xml [--media FOLDER|FILE…]", "Checks a form and gives it to the devices with its pictures and tables.",
         run<publishForm, -1>},
        {"hub form list", "", "The forms and their versions.", run<listForms, 0>},
        {"hub occasion put", "FILE.json", "Adds an occasion, or a newer version of it.", run<putOccasion, 1>},
        {"hub entities import", "LIST FILE [--mapping FILE.json|attendees|companies|signals] [--dry-run]",
         "Adds and changes the rows of a list: a CSV as `export` writes it, or by a mapping a CSV or .xlsx of another program.",
         run<importEntities, -1>},
        {"hub entities export", "LIST", "A list as CSV.", run<exportEntities, 1>},
        {"hub entities audience", "organisations [--filter EXPRESSION]", "Companies for a campaign tool, as CSV; people are refused.",
         run<exportAudience, -1>},
        {"hub entities policy", "LIST PROPERTY device|server|append|ask", "Who wins where two have changed the property.", run<setPolicy, 3>},
        {"hub asset add",
         "FILE [--id ID] [--title T] [--folder F] [--tags \"A B\"] [--languages \"en de\"] [--from DAY] [--to DAY] "
         "[--visibility shared|internal]",
         "Hands out a PDF, a picture or a film; with the ID of one, its next version.", run<addAsset, -1>},
        {"hub asset change", "ID [--title T] …", "What is said of an asset; its file stays.", run<changeAsset, -1>},
        {"hub asset list", "", "What is handed out.", run<listAssets, 0>},
        {"hub asset recall", "ID [--version N] [--reason WORDS]", "A version with a fault in it: no device shows or sends it any more.",
         run<recallAsset, -1>},
        {"hub asset withdraw", "ID", "No device shows it any more.", run<withdrawAsset, 1>},
        {"hub backup", "FILE.tar", "Everything that the hub knows, as it stands now; the hub may serve meanwhile.", runOnFolder<hub::backUp>},
        {"hub restore", "FILE.tar", "Makes a hub of a backup, in a folder without one.", runOnFolder<hub::restore>},
        {"hub conflicts list", "[--all]", "Values that two have changed and a person is to decide about.", run<listConflicts, -1>},
        {"hub conflicts settle", "ID hub|device USER", "Whose value is taken, and who says so.", run<settleConflict, 3>},
        {"hub duplicates list", "[--all]", "Rows that may be one person or one firm.", run<listDuplicates, -1>},
        {"hub duplicates merge", "ID KEEP USER", "They are one, kept under the id KEEP.", run<mergeDuplicate, 3>},
        {"hub duplicates apart", "ID USER", "They are two.", run<keepApart, 2>},
        {"hub submissions list", "", "What came in, newest first.", run<listSubmissions, 0>},
        {"hub submissions export", "FORM", "The answers of one form, with the names of their files.", run<exportSubmissions, 1>},
        {"hub rescue", "FILE.rescue", "Takes in what a device has exported that could not deliver it.", run<takeRescue, 1>},
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
