// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/placecontroller.h"

#include <QLocale>
#include <QNmeaPositionInfoSource>

#include <cmath>
#include <limits>

namespace rapport::app
{

namespace
{

constexpr int patienceMs = 10'000;     ///< then it is said why nothing happens
constexpr double receiverError = 2.55; ///< metres for each unit of dilution, one sigma (GPS SPS performance standard); Qt says twice that, 95 %

double accuracyOf(const QGeoPositionInfo& info)
{
    return info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy) ? info.attribute(QGeoPositionInfo::HorizontalAccuracy)
                                                                   : std::numeric_limits<double>::infinity();
}

QString placeText(const QGeoPositionInfo& info)
{
    const QGeoCoordinate at = info.coordinate();
    const double accuracy = accuracyOf(info);
    return QStringLiteral("%1 %2 %3 %4")
        .arg(at.latitude(), 0, 'f', 7)
        .arg(at.longitude(), 0, 'f', 7)
        .arg(std::isfinite(at.altitude()) ? at.altitude() : 0.0, 0, 'f', 1)
        .arg(std::isfinite(accuracy) ? accuracy : 0.0, 0, 'f', 1);
}

QString metres(double length)
{
    return QLocale().toString(std::ceil(length), 'f', 0);
}

} // namespace

std::unique_ptr<QGeoPositionInfoSource> makePositionSource(const QString& nmea)
{
    if (nmea.isEmpty())
        return std::unique_ptr<QGeoPositionInfoSource>(QGeoPositionInfoSource::createDefaultSource(nullptr));
    auto* source = QGeoPositionInfoSource::createSource(QStringLiteral("nmea"), {{QStringLiteral("nmea.source"), nmea}}, nullptr);
    if (auto* sentences = qobject_cast<QNmeaPositionInfoSource*>(source))
        sentences->setUserEquivalentRangeError(receiverError);
    return std::unique_ptr<QGeoPositionInfoSource>(source);
}

PlaceController::PlaceController(Maker make, QObject* parent) : QObject(parent), m_make(std::move(make))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_looking && !m_best.isValid())
            say(tr("No position yet. It comes sooner where the sky can be seen; you can also type it."));
    });
}

PlaceController::~PlaceController() = default;

bool PlaceController::hasSource()
{
    if (!std::exchange(m_made, true)) {
        m_source = m_make();
        if (m_source) {
            connect(m_source.get(), &QGeoPositionInfoSource::positionUpdated, this, &PlaceController::see);
            connect(m_source.get(), &QGeoPositionInfoSource::errorOccurred, this, &PlaceController::fail);
        }
    }
    return m_source != nullptr;
}

void PlaceController::start(int nodeId, double wantedMetres)
{
    if (!hasSource())
        return;
    m_nodeId = nodeId;
    m_wanted = wantedMetres;
    m_best = {};
    m_looking = true;
    m_patience.start();
    say(tr("Looking for the position …"));
    m_source->startUpdates();
}

void PlaceController::see(const QGeoPositionInfo& info)
{
    if (!m_looking || !info.isValid())
        return;
    if (!m_best.isValid() || accuracyOf(info) <= accuracyOf(m_best))
        m_best = info;
    const double accuracy = accuracyOf(m_best);
    if (accuracy <= m_wanted)
        return take();
    say(std::isfinite(accuracy) ? tr("Exact to %1 m. Waiting for %2 m …", "metres now and wanted").arg(metres(accuracy), metres(m_wanted))
                                : tr("There is a position, but nobody says how exact it is."));
}

void PlaceController::take()
{
    if (!canTake())
        return;
    const int node = m_nodeId;
    const QString place = placeText(m_best);
    stop();
    Q_EMIT placed(node, place);
}

void PlaceController::stop()
{
    if (m_source)
        m_source->stopUpdates();
    m_patience.stop();
    m_looking = false;
    m_best = {};
    m_nodeId = -1;
    say({});
}

void PlaceController::fail(QGeoPositionInfoSource::Error error)
{
    if (!m_looking || error == QGeoPositionInfoSource::NoError || error == QGeoPositionInfoSource::UpdateTimeoutError)
        return; // it goes on trying
    m_source->stopUpdates();
    m_patience.stop();
    m_looking = false;
    m_best = {};
    say(error == QGeoPositionInfoSource::AccessError
            ? tr("Rapport may not know where this device is. Allow it in the settings of the device, or type the position.")
            : tr("This device does not know where it is at the moment. You can type the position."));
}

void PlaceController::say(const QString& text)
{
    m_text = text;
    Q_EMIT changed();
}

} // namespace rapport::app
