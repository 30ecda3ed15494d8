// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/filealbum.h"
#include "app/controllers/rowmodel.h"
#include "app/conversation/storethread.h"
#include "sync/device/rescue.h"

#include <QObject>
#include <QUrl>

#include <functional>

namespace rapport::app
{

/// Where a rescue file may be written to: the person's documents, and sticks and cards that are plugged in.
struct RescuePlace {
    QString path, name; ///< "Documents", "KINGSTON"
    qint64 freeBytes = 0;
};
std::vector<RescuePlace> rescuePlaces(); ///< touches the disk

/// What waits here into one sealed file, for a tablet that cannot deliver; and the file of another one to the hub.
class RescueController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed) ///< "2 conversations with 1 file wait here, 312 kB."
    Q_PROPERTY(QString draftsText READ draftsText NOTIFY changed)   ///< that drafts are not among them; empty: there are none
    Q_PROPERTY(QString cannotText READ cannotText NOTIFY changed)   ///< why this tablet makes no rescue files; else empty
    Q_PROPERTY(bool canExport READ canExport NOTIFY changed)
    Q_PROPERTY(rapport::app::RowModel* places READ places CONSTANT) ///< path, label ("Documents, 12 GB free"), selected
    Q_PROPERTY(bool exporting READ isExporting NOTIFY changed)
    Q_PROPERTY(bool exported READ isExported NOTIFY changed)       ///< the last export() worked
    Q_PROPERTY(QString exportText READ exportText NOTIFY changed)  ///< how it went; empty before it
    Q_PROPERTY(rapport::app::FileAlbum* files READ files CONSTANT) ///< list(accept) them first
    Q_PROPERTY(QString accept READ accept CONSTANT)
    Q_PROPERTY(bool delivering READ isDelivering NOTIFY changed)
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed) ///< "3.2 MB of 12.4 MB" while one is on its way
    Q_PROPERTY(bool delivered READ isDelivered NOTIFY changed)        ///< all of the last one is at the hub
    Q_PROPERTY(QString deliveryText READ deliveryText NOTIFY changed) ///< how it went; empty before it

public:
    struct Parts {
        StoreThread& reading;
        device::Courier& courier;
        Clock clock;
        std::function<QString()> device; ///< what this tablet is called
        std::function<std::vector<RescuePlace>()> findPlaces = rescuePlaces;
    };
    explicit RescueController(Parts parts, QObject* parent = nullptr);

    QString waitingText() const;
    QString draftsText() const;
    QString cannotText() const;
    bool canExport() const { return m_member && m_contents.conversations > 0 && !m_exporting && !m_place.isEmpty(); }
    RowModel* places() { return &m_places; }
    bool isExporting() const { return m_exporting; }
    bool isExported() const { return m_export && m_export->done(); }
    QString exportText() const;
    FileAlbum* files() { return &m_files; }
    QString accept() const;
    bool isDelivering() const { return m_delivering; }
    QString progressText() const;
    bool isDelivered() const { return m_delivery && m_delivery->done() && m_delivery->report.refused.empty(); }
    QString deliveryText() const;

    Q_INVOKABLE void refresh(); ///< the page is opened
    Q_INVOKABLE void leave();   ///< it is closed
    Q_INVOKABLE void choose(const QString& path);
    Q_INVOKABLE void exportAll();
    Q_INVOKABLE void deliver(const QUrl& file);

Q_SIGNALS:
    void changed();

private:
    struct Look {
        device::RescueContents contents;
        bool member = false;
        std::vector<RescuePlace> places;
    };
    void count();
    void show(const Result<Look>& look);
    void showPlaces();
    QString nameOf(const QString& path) const;

    Parts m_parts;
    RowModel m_places;
    FileAlbum m_files;
    device::RescueContents m_contents;
    std::vector<RescuePlace> m_found;
    QString m_place;
    bool m_looked = false, m_member = false, m_exporting = false, m_delivering = false;
    std::optional<device::RescueExport> m_export;
    std::optional<device::RescueDelivery> m_delivery;
};

} // namespace rapport::app
