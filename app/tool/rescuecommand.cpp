// SPDX-License-Identifier: Apache-2.0
// For a tablet whose screen is broken: what waits in its folder, into a file that another tablet or the office delivers.
#include "app/tool/command.h"
#include "app/tool/storefolder.h"
#include "sync/device/rescue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rapport::tool
{

namespace
{

QString whyNot(const device::RescueExport& outcome)
{
    if (outcome.reason == QLatin1String("nothing"))
        return QStringLiteral("nothing waits there");
    if (outcome.reason == QLatin1String("not-enrolled"))
        return QStringLiteral("the tablet is not connected to a hub by an invitation: nobody could open the file");
    if (outcome.reason == QLatin1String("full"))
        return QStringLiteral("there is no room for %1").arg(outcome.path);
    return outcome.reason == QLatin1String("folder") ? QStringLiteral("%1 cannot be written").arg(outcome.path)
                                                     : QStringLiteral("what waits there cannot be read");
}

int rescue(const QStringList& arguments)
{
    QStringList words = arguments;
    QString dir;
    auto opened = openStore(words, dir);
    if (!opened)
        return fail(opened.error().detail);
    if (words.size() != 2 || words[0] != QLatin1String("-o"))
        return fail(QStringLiteral("rescue needs -o OUT.rescue"));
    const device::RescueExport outcome = device::exportRescue(**opened, words[1], QDateTime::currentDateTimeUtc());
    if (!outcome.done())
        return fail(whyNot(outcome));
    print(QJsonDocument(QJsonObject{{QStringLiteral("file"), outcome.path},
                                    {QStringLiteral("conversations"), outcome.conversations},
                                    {QStringLiteral("bytes"), outcome.bytes},
                                    {QStringLiteral("unreadable"), QJsonArray::fromStringList(outcome.unreadable)}})
              .toJson(QJsonDocument::Compact));
    return outcome.unreadable.isEmpty()
               ? 0
               : fail(QStringLiteral("%1 conversations were left out: a part of them cannot be read").arg(outcome.unreadable.size()));
}

} // namespace

Command rescueCommand()
{
    return {QStringLiteral("rescue"), QStringLiteral("--data-dir DIR -o OUT.rescue"),
            QStringLiteral("What a device could not deliver, sealed for its hub: `hub rescue` or another device delivers it."), rescue};
}

} // namespace rapport::tool
