// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <catch2/catch.hpp>

namespace
{

/// DESIGN.md section 2, each row with what its rows may use in turn. rapport_base (Result, Clock, Id) is everybody's.
const QMap<QString, QStringList> allowedRooms{
    {QStringLiteral("rapport_forms"), {QStringLiteral("forms")}},
    {QStringLiteral("rapport_contact"), {QStringLiteral("sync/contact")}},
    {QStringLiteral("rapport_db"), {QStringLiteral("sync/db")}},
    {QStringLiteral("rapport_wire"), {QStringLiteral("sync/wire"), QStringLiteral("forms"), QStringLiteral("sync/contact")}},
    {QStringLiteral("rapport_store"),
     {QStringLiteral("sync/store"), QStringLiteral("sync/db"), QStringLiteral("sync/wire"), QStringLiteral("forms"), QStringLiteral("sync/contact")}},
    {QStringLiteral("rapport_capture"),
     {QStringLiteral("app/capture"), QStringLiteral("app/photo"), QStringLiteral("app/worker"), QStringLiteral("sync/contact")}},
    {QStringLiteral("rapport_device"),
     {QStringLiteral("sync/device"), QStringLiteral("sync/store"), QStringLiteral("sync/db"), QStringLiteral("sync/wire"), QStringLiteral("forms"),
      QStringLiteral("sync/contact")}},
    {QStringLiteral("rapport_connectors"),
     {QStringLiteral("sync/connectors"), QStringLiteral("sync/wire"), QStringLiteral("forms"), QStringLiteral("sync/contact")}},
    {QStringLiteral("rapport_hub_repository"),
     {QStringLiteral("sync/hub/repository"), QStringLiteral("sync/connectors"), QStringLiteral("sync/wire"), QStringLiteral("forms"),
      QStringLiteral("sync/contact")}},
    {QStringLiteral("rapport_hub"),
     {QStringLiteral("sync/hub"), QStringLiteral("sync/hub/repository"), QStringLiteral("sync/db"), QStringLiteral("sync/wire"),
      QStringLiteral("forms"), QStringLiteral("sync/connectors"), QStringLiteral("sync/contact")}},
};

const QMap<QString, QStringList> forbiddenLibraries{
    {QStringLiteral("rapport_forms"), {QStringLiteral("QtGui"), QStringLiteral("QtNetwork"), QStringLiteral("QtSql"), QStringLiteral("QtQml")}},
    {QStringLiteral("rapport_contact"), {QStringLiteral("QtGui"), QStringLiteral("QtNetwork")}},
    {QStringLiteral("rapport_db"), {QStringLiteral("QtGui"), QStringLiteral("QtNetwork"), QStringLiteral("QtSql")}},
    {QStringLiteral("rapport_wire"), {QStringLiteral("QtGui")}},
    {QStringLiteral("rapport_store"), {QStringLiteral("QtGui"), QStringLiteral("QtNetwork"), QStringLiteral("QtSql")}},
    {QStringLiteral("rapport_hub"), {QStringLiteral("QtGui"), QStringLiteral("QtQml"), QStringLiteral("QtSql")}},
};

QMap<QString, QStringList> includeDirectories()
{
    QMap<QString, QStringList> directories;
    QFile file(QStringLiteral(RAPPORT_INCLUDE_DIRECTORIES));
    REQUIRE(file.open(QIODevice::ReadOnly));
    while (!file.atEnd()) {
        QStringList words = QString::fromUtf8(file.readLine()).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const QString target = words.takeFirst();
        for (QString& word : words)
            directories[target].append(word.trimmed());
    }
    return directories;
}

/// The rooms that "#include "room/header.h"" reaches from @p directories.
QSet<QString> reachableRooms(const QStringList& directories)
{
    static const QStringList probes{
        QStringLiteral("forms/xform/form.h"),          QStringLiteral("sync/contact/contact.h"), QStringLiteral("sync/db/database.h"),
        QStringLiteral("sync/wire/receipt.h"),         QStringLiteral("sync/store/store.h"),     QStringLiteral("sync/device/device.h"),
        QStringLiteral("sync/connectors/connector.h"), QStringLiteral("sync/hub/hub.h"),         QStringLiteral("sync/hub/repository/repositories.h"),
        QStringLiteral("app/capture/reader.h"),        QStringLiteral("app/composition.h")};
    QSet<QString> rooms;
    for (const QString& probe : probes) {
        for (const QString& directory : directories) {
            if (QFile::exists(directory + QLatin1Char('/') + probe)) {
                const QString room = probe.section(QLatin1Char('/'), 0, probe.startsWith(QLatin1String("forms")) ? 0 : -2);
                rooms.insert(room);
            }
        }
    }
    return rooms;
}

/// "blobs.h: sync/db/filebox.h" for each header that a file below @p folder includes and whose name matches.
QStringList includesBelow(const QString& folder, const QRegularExpression& header)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s+[<\"]([^>\"]+)"), QRegularExpression::MultilineOption);
    QStringList found;
    QDirIterator files(folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        auto all = include.globalMatch(QString::fromUtf8(file.readAll()));
        while (all.hasNext()) {
            const QString name = all.next().captured(1);
            if (header.match(name).hasMatch())
                found.append(QDir(folder).relativeFilePath(file.fileName()) + QLatin1String(": ") + name);
        }
    }
    found.sort();
    return found;
}

} // namespace

TEST_CASE("A room includes only what DESIGN.md section 2 lets it know", "[architecture]")
{
    const auto directories = includeDirectories();
    for (auto row = allowedRooms.cbegin(); row != allowedRooms.cend(); ++row) {
        INFO(row.key().toStdString());
        REQUIRE(directories.contains(row.key()));
        const QSet<QString> reachable = reachableRooms(directories[row.key()]);
        CHECK_FALSE(reachable.isEmpty());
        for (const QString& room : reachable) {
            INFO("reaches " << room.toStdString());
            CHECK(row.value().contains(room));
        }
    }
}

TEST_CASE("The engine, the data and the hub are built without the libraries they must not need", "[architecture]")
{
    const auto directories = includeDirectories();
    for (auto row = forbiddenLibraries.cbegin(); row != forbiddenLibraries.cend(); ++row) {
        INFO(row.key().toStdString());
        for (const QString& library : row.value()) {
            INFO("sees " << library.toStdString());
            CHECK(directories[row.key()].filter(QLatin1Char('/') + library).isEmpty());
        }
    }
}

TEST_CASE("Only the SQLite layer of the hub knows that it is one", "[architecture]")
{
    const QString hub = QStringLiteral(RAPPORT_SOURCE_DIR "/sync/hub");
    const QString own = QStringLiteral("sqlite/");
    // Files that are sealed are no matter of SQL; the schema is SQLite's, and stands where it always did.
    const QRegularExpression sql(QStringLiteral("^sync/(hub/(sqlite/|schema\\.h)|db/(?!filebox\\.h|arriving\\.h|sealing\\.h))|^sqlite3|^sqlcipher"));
    QStringList strangers;
    bool seen = false;
    for (const QString& one : includesBelow(hub, sql)) {
        seen = seen || one.startsWith(own);
        if (!one.startsWith(own) && !one.startsWith(QLatin1String("schema.")))
            strangers.append(one);
    }
    CHECK(seen); // else nothing was looked at
    INFO(strangers.join(QLatin1Char('\n')).toStdString());
    CHECK(strangers.isEmpty());
}
