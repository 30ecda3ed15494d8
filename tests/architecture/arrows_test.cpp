// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QMap>
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
