// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/rescuecontroller.h"

#include "app/controllers/filewords.h"
#include "app/conversation/sentences.h"
#include "app/conversation/whendone.h"
#include "sync/wire/rescuefile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStorageInfo>

namespace rapport::app
{

namespace
{

/// "Tablet 7 2027-11-10 20-05.rescue", which every stick takes; with a number where there is one of that name.
QString freePath(const QString& folder, const QString& device, const QDateTime& now)
{
    static const QRegularExpression strange(QStringLiteral("[^\\p{L}\\p{N} ._-]"));
    const QString name = QString(device).replace(strange, QStringLiteral("_")).left(60) + now.toString(QStringLiteral(" yyyy-MM-dd HH-mm"));
    QString path = folder + QLatin1Char('/') + name + wire::rescueEnding;
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = QStringLiteral("%1/%2 (%3)%4").arg(folder, name).arg(number).arg(wire::rescueEnding);
    return path;
}

} // namespace

std::vector<RescuePlace> rescuePlaces()
{
    std::vector<RescuePlace> places;
    const auto add = [&](const QString& path, const QString& name) {
        if (QFileInfo(path).isWritable())
            places.push_back({path, name, QStorageInfo(path).bytesAvailable()});
    };
    for (const QString& folder : removableFolders())
        add(folder, QFileInfo(folder).fileName());
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QDir().mkpath(documents);
    add(documents, RescueController::tr("Documents"));
    return places;
}

RescueController::RescueController(Parts parts, QObject* parent) : QObject(parent), m_parts(std::move(parts)), m_places({"path", "label", "selected"})
{
    connect(&m_parts.courier, &device::Courier::stateChanged, this, [this] {
        if (m_delivering)
            Q_EMIT changed();
    });
    connect(&m_parts.courier, &device::Courier::conversationsChanged, this, [this] {
        if (m_looked)
            count();
    });
    connect(&m_parts.courier, &device::Courier::rescueExported, this, [this](const device::RescueExport& outcome) {
        m_exporting = false;
        m_export = outcome;
        if (m_looked)
            count();
        Q_EMIT changed();
    });
    connect(&m_parts.courier, &device::Courier::rescueDelivered, this, [this](const device::RescueDelivery& outcome) {
        m_delivering = false;
        m_delivery = outcome;
        Q_EMIT changed();
    });
}

void RescueController::refresh()
{
    if (!m_exporting)
        m_export.reset();
    if (!m_delivering)
        m_delivery.reset();
    count();
    Q_EMIT changed();
}

void RescueController::leave()
{
    m_looked = false;
}

void RescueController::count()
{
    auto looking = m_parts.reading.run([find = m_parts.findPlaces](store::Store& store) -> Result<Look> {
        const auto contents = device::rescueContents(store);
        const auto member = device::membership(store);
        if (!contents || !member)
            return contents ? member.error() : contents.error();
        return Look{*contents, member->has_value(), find()};
    });
    whenDone(looking, this, [this](const Result<Look>& look) { show(look); });
}

void RescueController::show(const Result<Look>& look)
{
    if (!look)
        return;
    m_looked = true;
    m_contents = look->contents;
    m_member = look->member;
    m_found = look->places;
    const bool stillThere = std::any_of(m_found.begin(), m_found.end(), [&](const RescuePlace& place) { return place.path == m_place; });
    if (!stillThere)
        m_place = m_found.empty() ? QString() : m_found.front().path;
    showPlaces();
    Q_EMIT changed();
}

void RescueController::showPlaces()
{
    std::vector<RowModel::Row> rows;
    for (const RescuePlace& place : m_found)
        rows.push_back({place.path, {place.path, tr("%1, %2 free").arg(place.name, sizeText(place.freeBytes)), place.path == m_place}});
    m_places.show(std::move(rows));
}

void RescueController::choose(const QString& path)
{
    m_place = path;
    showPlaces();
    Q_EMIT changed();
}

QString RescueController::waitingText() const
{
    if (!m_looked)
        return {};
    if (m_contents.conversations == 0)
        return tr("Nothing waits on this tablet.");
    const QString size = sizeText(m_contents.bytes);
    return m_contents.files == 0
               ? tr("%n conversation(s) wait on this tablet, %1.", "", m_contents.conversations).arg(size)
               : tr("%n conversation(s) wait on this tablet, %1 with pictures and other files.", "", m_contents.conversations).arg(size);
}

QString RescueController::draftsText() const
{
    return m_contents.drafts > 0 ? tr("%n draft(s) are not among them: only what is finished goes into the file.", "", m_contents.drafts) : QString();
}

QString RescueController::cannotText() const
{
    return m_looked && !m_member ? tr("This tablet was not connected to a hub by an invitation, so there is nobody who could open such a file.")
                                 : QString();
}

QString RescueController::nameOf(const QString& path) const
{
    const QString folder = QFileInfo(path).absolutePath();
    const auto found = std::find_if(m_found.begin(), m_found.end(), [&](const RescuePlace& place) { return place.path == folder; });
    return found == m_found.end() ? QFileInfo(folder).fileName() : found->name;
}

void RescueController::exportAll()
{
    if (!canExport())
        return;
    m_exporting = true;
    m_export.reset();
    Q_EMIT changed();
    m_parts.courier.exportRescue(freePath(m_place, m_parts.device(), m_parts.clock()));
}

QString RescueController::exportText() const
{
    if (!m_export)
        return {};
    const QString place = nameOf(m_export->path), safe = tr("Everything is safe on this tablet.");
    if (m_export->reason == QLatin1String("nothing"))
        return tr("Nothing waits on this tablet.");
    if (m_export->reason == QLatin1String("not-enrolled"))
        return cannotText();
    if (m_export->reason == QLatin1String("full"))
        return tr("There is no room for the file in %1.").arg(place) + QLatin1Char(' ') + safe;
    if (m_export->reason == QLatin1String("folder"))
        return tr("The file cannot be written to %1. Is the stick still there?").arg(place) + QLatin1Char(' ') + safe;
    if (!m_export->done())
        return tr("What waits on this tablet cannot be read. Please ask for help.");
    QStringList sentences{
        tr("%n conversation(s) are in %1 now, as “%2”.", "", m_export->conversations).arg(place, QFileInfo(m_export->path).fileName()),
        tr("Another tablet or the office delivers the file. Everything stays here as well; nothing arrives twice.")};
    if (!m_export->unreadable.isEmpty())
        sentences.append(
            tr("%n conversation(s) were left out: a part of them cannot be read on this tablet.", "", static_cast<int>(m_export->unreadable.size())));
    return sentences.join(QLatin1Char(' '));
}

QString RescueController::accept() const
{
    return wire::rescueEnding;
}

void RescueController::deliver(const QUrl& file)
{
    if (m_delivering)
        return;
    m_delivering = true;
    m_delivery.reset();
    Q_EMIT changed();
    m_parts.courier.deliverRescue(file.toLocalFile());
}

QString RescueController::progressText() const
{
    if (!m_delivering)
        return {};
    const device::Courier::State courier = m_parts.courier.state();
    if (courier.carriedOf == 0)
        return tr("Looking at the file");
    return courier.carried < courier.carriedOf ? tr("%1 of %2 are at the hub").arg(sizeText(courier.carried), sizeText(courier.carriedOf))
                                               : tr("The hub takes it in");
}

QString RescueController::deliveryText() const
{
    if (!m_delivery)
        return {};
    const QString& reason = m_delivery->reason;
    if (reason == wire::rescue::torn)
        return tr("This file is torn. Copy it again, or export it once more.");
    if (reason == wire::rescue::notRescue)
        return tr("This is no rescue file.");
    if (reason == wire::rescue::newer)
        return tr("A newer Rapport has written this file. Please update this one first.");
    if (reason == wire::rescue::otherHub)
        return tr("This file is for another hub than that of this tablet.");
    if (reason == wire::rescue::unknownDevice)
        return tr("The hub does not know the tablet that has made this file. Please ask the office.");
    if (reason == QLatin1String("unreadable"))
        return tr("This file cannot be read. Is the stick still there?");
    if (!m_delivery->done())
        return Sentences::hubTrouble(reason) + QLatin1Char(' ') + tr("Pick the file again later: it goes on where it was.");
    const wire::RescueReport& report = m_delivery->report;
    QStringList sentences;
    if (report.fresh > 0)
        sentences.append(tr("%n conversation(s) of %1 came in.", "", report.fresh).arg(report.device));
    if (report.known > 0)
        sentences.append(tr("%n conversation(s) of %1 were at the hub already.", "", report.known).arg(report.device));
    if (!report.refused.empty())
        sentences.append(
            tr("The hub did not take %n conversation(s). Keep the file and ask the office.", "", static_cast<int>(report.refused.size())));
    return sentences.join(QLatin1Char(' '));
}

} // namespace rapport::app
