// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/storethread.h"
#include "sync/device/device.h"
#include "sync/device/link.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace rapport::app
{

/// Language, light, text size, which files go over which network, and this tablet's place at a hub. What is chosen is kept at once.
class SettingsController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(QString language READ language NOTIFY changed) ///< "en", "de", "id"
    Q_PROPERTY(Light light READ light NOTIFY changed)
    Q_PROPERTY(double textScale READ textScale NOTIFY changed) ///< 1, 1.25, 1.5 or 2
    Q_PROPERTY(Files files READ files NOTIFY changed)
    Q_PROPERTY(int meteredMegabytes READ meteredMegabytes NOTIFY changed) ///< larger files wait while the network is metered; 0: none does
    Q_PROPERTY(QString deviceName READ deviceName NOTIFY changed)         ///< "Tablet 7"; the machine's before enrolment
    Q_PROPERTY(QString hub READ hub NOTIFY changed)                       ///< its address; "In this app" for the embedded one
    Q_PROPERTY(QString enrolledSince READ enrolledSince NOTIFY changed)   ///< "since 10 Nov"; empty: not enrolled
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(bool enrolling READ enrolling NOTIFY changed)
    Q_PROPERTY(bool enrolled READ enrolled NOTIFY changed)        ///< the last enrol() worked
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)           ///< conversations that stood in its way
    Q_PROPERTY(QString offeredHub READ offeredHub NOTIFY changed) ///< of an invitation that was scanned; the person still says yes
    Q_PROPERTY(QString offeredCode READ offeredCode NOTIFY changed)
    Q_PROPERTY(QString enrolSentence READ enrolSentence NOTIFY changed) ///< how the last enrol() went; empty before it

public:
    enum Light { Day, Night, HighContrast };
    Q_ENUM(Light)
    enum Files { AnyNetwork, WiFiAndCable };
    Q_ENUM(Files)

    struct Surroundings {
        store::Store& store; ///< for small reads, on this thread
        StoreThread& thread;
        device::Courier& courier;
        Clock clock;
        std::function<void(const QString&)> speak; ///< the app's texts in another language
    };
    SettingsController(Surroundings surroundings, QString language, QObject* parent = nullptr);

    QString language() const { return m_language; }
    Light light() const { return m_light; }
    double textScale() const { return m_textScale; }
    Files files() const { return m_rules.files == device::LinkRules::Files::WiFiAndCable ? WiFiAndCable : AnyNetwork; }
    int meteredMegabytes() const;
    QString deviceName() const { return m_deviceName; }
    QString hub() const;
    QString enrolledSince() const;
    QString version() const;
    bool enrolling() const { return m_enrolling; }
    bool enrolled() const { return m_outcome && m_outcome->done(); }
    int waiting() const { return m_outcome ? m_outcome->waiting : 0; }
    QString offeredHub() const { return m_offered ? m_offered->hub.toString() : QString(); }
    QString offeredCode() const { return m_offered ? m_offered->code : QString(); }
    QString enrolSentence() const;

    Q_INVOKABLE void setLanguage(const QString& language);
    Q_INVOKABLE void setLight(rapport::app::SettingsController::Light light);
    Q_INVOKABLE void setTextScale(double scale);
    Q_INVOKABLE void setFiles(rapport::app::SettingsController::Files files);
    Q_INVOKABLE void setMeteredMegabytes(int megabytes);
    void offer(const QString& invitation); ///< the text of a scanned QR
    /// False: no address or no code; enrolSentence says so.
    Q_INVOKABLE bool enrol(const QString& hub, const QString& code);
    Q_INVOKABLE void forgetOutcome(); ///< the page is left

Q_SIGNALS:
    void changed();

private:
    void keep(const QString& name, const QString& value);
    void keepRules();
    void readMembership();

    Surroundings d;
    QString m_language, m_deviceName, m_hub;
    QDateTime m_since;
    Light m_light = Day;
    double m_textScale = 1;
    device::LinkRules m_rules;
    bool m_enrolling = false, m_misread = false;
    std::optional<device::EnrolOutcome> m_outcome;
    std::optional<wire::Invitation> m_offered;
};

/// The language that was chosen on this tablet; empty: none was.
QString chosenLanguage(store::Store& store);

} // namespace rapport::app
