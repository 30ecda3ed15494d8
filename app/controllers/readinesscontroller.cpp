// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/readinesscontroller.h"

#include "app/conversation/whendone.h"
#include "app/conversation/words.h"

#include <QLocale>
#include <QStorageInfo>

namespace rapport::app
{

ReadinessController::ReadinessController(StoreThread& thread, QString dataDir, Camera camera, Clock clock, QObject* parent)
    : QObject(parent), m_thread(thread), m_dataDir(std::move(dataDir)), m_camera(camera), m_clock(std::move(clock)),
      m_facts({"title", "detail", "ok"})
{
}

void ReadinessController::check()
{
    auto reading =
        m_thread.run([dir = m_dataDir, now = m_clock()](store::Store& store) { return readiness(store, QStorageInfo(dir).bytesAvailable(), now); });
    whenDone(reading, this, [this](const Result<std::vector<ReadinessFact>>& facts) {
        if (!facts)
            return;
        m_checkedAt = m_clock();
        show(*facts);
    });
}

void ReadinessController::show(const std::vector<ReadinessFact>& facts)
{
    std::vector<RowModel::Row> rows;
    for (const ReadinessFact& fact : facts)
        rows.push_back(rowOf(fact));
    const bool camera = m_camera == Camera::Present;
    rows.push_back(
        {QStringLiteral("camera"), {tr("Camera"), camera ? tr("Badges can be scanned.") : tr("There is none; contacts can be typed."), camera}});
    m_facts.show(std::move(rows));
    Q_EMIT changed();
}

RowModel::Row ReadinessController::rowOf(const ReadinessFact& fact) const
{
    using Kind = ReadinessFact::Kind;
    const QLocale locale;
    const QString key = word(fact.kind);
    switch (fact.kind) {
    case Kind::Occasion:
        return {key, {tr("Fair"), fact.ok ? tr("It is here.") : tr("None is here yet; it comes with the first contact to the hub."), fact.ok}};
    case Kind::Forms:
        return {key, {tr("Forms"), tr("%1 of %2 are here.").arg(fact.have).arg(fact.need), fact.ok}};
    case Kind::People:
        return {key,
                {tr("Customers"), fact.ok ? tr("%1 people and firms are here.").arg(locale.toString(fact.have)) : tr("None are here yet."), fact.ok}};
    case Kind::Consent:
        return {key, {tr("Consent text"), tr("Written in %1 of %2 languages.").arg(fact.have).arg(fact.need), fact.ok}};
    case Kind::LastContact:
        return {key,
                {tr("Last contact"),
                 fact.at.isValid() ? tr("The hub was heard at %1.").arg(momentText(fact.at, m_clock())) : tr("The hub was not heard yet."), fact.ok}};
    case Kind::Space:
        return {key, {tr("Free space"), tr("%1 are free.").arg(locale.formattedDataSize(fact.have, 0, QLocale::DataSizeSIFormat)), fact.ok}};
    case Kind::Clock:
        break;
    }
    return {key,
            {tr("Clock"), fact.ok ? tr("It agrees with the hub's.") : tr("It is %n minute(s) off the hub's.", "", static_cast<int>(fact.have / 60)),
             fact.ok}};
}

bool ReadinessController::ready() const
{
    for (int row = 0; row < m_facts.count(); ++row) {
        if (!m_facts.value(row, "ok").toBool())
            return false;
    }
    return m_facts.count() > 0;
}

QString ReadinessController::headline() const
{
    if (ready())
        return tr("Ready for the fair");
    int missing = 0;
    for (int row = 0; row < m_facts.count(); ++row)
        missing += m_facts.value(row, "ok").toBool() ? 0 : 1;
    return tr("%n thing(s) to look at", "", missing);
}

QString ReadinessController::checkedText() const
{
    return checked() ? tr("Checked today %1").arg(clockText(m_checkedAt, m_checkedAt)) : QString();
}

} // namespace rapport::app
