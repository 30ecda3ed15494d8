// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGeoPositionInfoSource>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>

namespace rapport::app
{

/// Where this device is, for a question: looks until the position is as exact as the form wants it, and says how far it has come.
class PlaceController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(bool hasSource READ hasSource CONSTANT) ///< something here may know where we are; asked for when first needed
    Q_PROPERTY(int nodeId READ nodeId NOTIFY changed)  ///< of the question that is looked for or could not be answered; -1: none
    Q_PROPERTY(bool looking READ looking NOTIFY changed)
    Q_PROPERTY(bool canTake READ canTake NOTIFY changed) ///< there is a position, less exact than wanted: take() it or wait
    Q_PROPERTY(QString text READ text NOTIFY changed)    ///< "Exact to 35 m. Waiting for 5 m …", or why there is no position

public:
    using Maker = std::function<std::unique_ptr<QGeoPositionInfoSource>()>;

    explicit PlaceController(Maker make, QObject* parent = nullptr);
    ~PlaceController() override;

    bool hasSource();
    int nodeId() const { return m_nodeId; }
    bool looking() const { return m_looking; }
    bool canTake() const { return m_looking && m_best.isValid(); }
    QString text() const { return m_text; }

    Q_INVOKABLE void start(int nodeId, double wantedMetres); ///< until placed(), take() or stop()
    Q_INVOKABLE void take();
    Q_INVOKABLE void stop();

Q_SIGNALS:
    void changed();
    void placed(int nodeId, const QString& place); ///< "52.5200000 13.4050000 34.0 4.2": latitude, longitude, altitude, accuracy

private:
    void see(const QGeoPositionInfo& info);
    void say(const QString& text);
    void fail(QGeoPositionInfoSource::Error error);

    Maker m_make;
    std::unique_ptr<QGeoPositionInfoSource> m_source;
    QGeoPositionInfo m_best;
    double m_wanted = 0; ///< metres
    int m_nodeId = -1;
    bool m_looking = false, m_made = false;
    QString m_text;
    QTimer m_patience;
};

/// The machine's own source; with @p nmea the sentences in that file, as a receiver would send them.
std::unique_ptr<QGeoPositionInfoSource> makePositionSource(const QString& nmea);

} // namespace rapport::app
