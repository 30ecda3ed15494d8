// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/settingscontroller.h"

#include "app/conversation/sentences.h"
#include "app/conversation/whendone.h"
#include "app/conversation/words.h"
#include "sync/device/enrolment.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QSysInfo>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(settingsLog, "rapport.settings")

const QString languageSetting = QStringLiteral("language"), lightSetting = QStringLiteral("light"), textSetting = QStringLiteral("text_scale");
constexpr double scales[] = {1, 1.25, 1.5, 2};
constexpr qint64 megabyte = 1'000'000;

} // namespace

QString chosenLanguage(store::Store& store)
{
    return store.setting(languageSetting).value_or({});
}

SettingsController::SettingsController(Surroundings surroundings, QString language, QObject* parent)
    : QObject(parent), d(std::move(surroundings)), m_language(std::move(language))
{
    const QString light = d.store.setting(lightSetting).value_or({});
    m_light = light == QLatin1String("night") ? Night : light == QLatin1String("high-contrast") ? HighContrast : Day;
    const double kept = d.store.setting(textSetting).value_or({}).toDouble();
    m_textScale = std::find(std::begin(scales), std::end(scales), kept) != std::end(scales) ? kept : 1;
    m_rules = device::linkRules(d.store).value_or(device::LinkRules());
    readMembership();
    connect(&d.courier, &device::Courier::enrolmentEnded, this, [this](const device::EnrolOutcome& outcome) {
        m_enrolling = false;
        m_outcome = outcome;
        readMembership();
        Q_EMIT changed();
    });
}

void SettingsController::readMembership()
{
    m_deviceName = QSysInfo::machineHostName();
    m_hub.clear();
    m_since = {};
    const auto kept = device::membership(d.store);
    if (!kept || !*kept)
        return;
    m_deviceName = (*kept)->name;
    m_hub = (*kept)->hub.url.toString();
    m_since = (*kept)->since;
}

QString SettingsController::hub() const
{
    return m_hub.isEmpty() ? tr("In this app") : m_hub;
}

QString SettingsController::enrolledSince() const
{
    return m_since.isValid() ? tr("since %1").arg(dateText(m_since.toLocalTime().date(), d.clock().date())) : QString();
}

QString SettingsController::version() const
{
    return QCoreApplication::applicationVersion();
}

void SettingsController::setLanguage(const QString& language)
{
    if (language == m_language)
        return;
    m_language = language;
    keep(languageSetting, language);
    d.speak(language);
    Q_EMIT changed();
}

void SettingsController::setLight(Light light)
{
    m_light = light;
    keep(lightSetting, light == Night ? QStringLiteral("night") : light == HighContrast ? QStringLiteral("high-contrast") : QStringLiteral("day"));
    Q_EMIT changed();
}

void SettingsController::setTextScale(double scale)
{
    m_textScale = scale;
    keep(textSetting, QString::number(scale));
    Q_EMIT changed();
}

int SettingsController::meteredMegabytes() const
{
    return static_cast<int>(m_rules.meteredLimit.value_or(0) / megabyte);
}

void SettingsController::setFiles(Files files)
{
    m_rules.files = files == WiFiAndCable ? device::LinkRules::Files::WiFiAndCable : device::LinkRules::Files::AnyNetwork;
    keepRules();
}

void SettingsController::setMeteredMegabytes(int megabytes)
{
    m_rules.meteredLimit = megabytes > 0 ? std::optional(megabytes * megabyte) : std::nullopt;
    keepRules();
}

/// The courier reads them before each turn of files; one that is under way may have to stop, one that waits may go.
void SettingsController::keepRules()
{
    whenDone(d.thread.run([rules = m_rules](store::Store& store) { return device::keepLinkRules(store, rules); }), this, [this](const Status& kept) {
        if (!kept)
            qCWarning(settingsLog) << "the rules for files are not kept:" << kept.error().detail;
        d.courier.wake();
    });
    Q_EMIT changed();
}

void SettingsController::keep(const QString& name, const QString& value)
{
    whenDone(d.thread.run([name, value](store::Store& store) { return store.setSetting(name, value); }), this, [name](const Status& kept) {
        if (!kept)
            qCWarning(settingsLog) << "setting" << name << "is not kept:" << kept.error().detail;
    });
}

void SettingsController::offer(const QString& invitation)
{
    const auto read = wire::parseInvitation(invitation);
    m_outcome.reset();
    m_offered = read ? std::optional(*read) : std::nullopt;
    Q_EMIT changed();
}

bool SettingsController::enrol(const QString& hub, const QString& code)
{
    m_outcome.reset();
    const QString typed = hub.trimmed();
    const QUrl address(typed.contains(QLatin1String("://")) ? typed : QStringLiteral("https://") + typed, QUrl::StrictMode);
    const bool web = address.isValid() && !address.host().isEmpty() && address.scheme().startsWith(QLatin1String("http"));
    m_misread = !web || wire::normalisedCode(code).isEmpty();
    if (!m_misread) {
        m_enrolling = true;
        d.courier.enrol({address, code.trimmed().toUpper()}, QSysInfo::machineHostName());
    }
    Q_EMIT changed();
    return !m_misread;
}

void SettingsController::forgetOutcome()
{
    m_outcome.reset();
    m_offered.reset();
    m_misread = false;
    Q_EMIT changed();
}

QString SettingsController::enrolSentence() const
{
    if (m_misread)
        return tr("Please enter the address of the hub and the code, or scan the invitation.");
    if (m_enrolling)
        return tr("Asking the hub …");
    if (!m_outcome)
        return {};
    if (m_outcome->done())
        return tr("This tablet belongs to the hub now. Its fair, forms and customers are on their way.");
    const QString& reason = m_outcome->reason;
    if (reason == QLatin1String("waiting"))
        return tr("%n conversation(s) must be finished and sent first; then this tablet can move. Nothing was changed.", "", m_outcome->waiting);
    if (reason == wire::refusal::codeUnknown)
        return tr("The hub does not know this code, or it was used already. Please ask the office for a new one.");
    if (reason == wire::refusal::codeExpired)
        return tr("This code is too old. Please ask the office for a new one.");
    if (reason == wire::refusal::tooMany)
        return tr("Too many wrong codes were tried. Please wait a minute.");
    if (reason == QLatin1String("storage"))
        return tr("There is no room left on this tablet. Nothing was changed; please free some space.");
    return Sentences::hubTrouble(reason) + QLatin1Char(' ') + tr("Nothing was changed.");
}

} // namespace rapport::app
