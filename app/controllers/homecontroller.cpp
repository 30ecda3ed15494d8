// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/homecontroller.h"

#include "app/controllers/conversationwords.h"
#include "app/controllers/customerrows.h"
#include "app/conversation/dayboard.h"
#include "app/conversation/sentences.h"
#include "app/conversation/words.h"

#include <QJsonObject>

#include <map>

namespace rapport::app
{

namespace
{

constexpr std::size_t jobsAtMost = 20; ///< on the home screen: nobody does more in a day

/// Today, or the day on which it begins.
QString whenAndWhere(const wire::Occasion& occasion, const QDateTime& now)
{
    const bool ahead = occasion.phaseAt(now) == wire::Occasion::Phase::Ahead;
    const QString when = ahead ? HomeController::tr("Begins %1").arg(dateText(occasion.from, now.date())) : dayText(now.date());
    return occasion.place.isEmpty() ? when : QStringLiteral("%1 · %2").arg(when, occasion.place);
}

} // namespace

HomeController::HomeController(DayBoard& day, Camera camera, QObject* parent)
    : QObject(parent), m_day(day), m_camera(camera), m_occasions({"occasionId", "title", "detail", "current"}),
      m_conversations(
          {"conversationId", "clock", "title", "organisation", "detail", "state", "stateText", "lead", "leadText", "unresolved", "initials"}),
      m_jobs(jobRoles()), m_otherForms({"formId", "title"}), m_summary({"label", "count"}), m_facts({"label", "ok"})
{
    connect(&day, &DayBoard::changed, this, &HomeController::show);
}

void HomeController::show()
{
    const Day& day = m_day.day();
    std::vector<RowModel::Row> conversations, summary;
    std::map<QString, int> kinds;
    int hot = 0;
    for (const DayEntry& entry : day.entries) {
        const store::Conversation& one = entry.conversation;
        const auto state = shownState(entry, {});
        const QString lead = one.leadStatus == QLatin1String("hot") ? Sentences::leadStatus(one.leadStatus) : QString();
        conversations.push_back(
            {one.id.text(),
             {one.id.text(), clockText(one.startedAt, day.now), titleOf(entry, day.now), one.organisation, detailOf(entry, day.now),
              QVariant::fromValue(state), stateText(state), one.leadStatus, lead, entry.unresolved, initialsOf(one.title)}});
        if (one.state == store::ConversationState::Draft || one.correctedAt) // its correction counts
            continue;
        hot += one.leadStatus == QLatin1String("hot") ? 1 : 0;
        for (const FollowUp& agreed : entry.followUps)
            ++kinds[Sentences::followUps(agreed.kind)];
    }
    for (const auto& [label, count] : kinds)
        summary.push_back({label, {label, count}});
    if (hot > 0)
        summary.push_back({QStringLiteral("hot"), {tr("Hot leads"), hot}});

    m_conversations.show(std::move(conversations));
    m_summary.show(std::move(summary));
    std::vector<RowModel::Row> forms;
    for (const OtherForm& form : day.otherForms)
        forms.push_back({form.id, {form.id, form.title}});
    m_otherForms.show(std::move(forms));
    showOccasions();
    showJobs();
    showFacts();
    Q_EMIT changed();
}

void HomeController::showJobs()
{
    const Day& day = m_day.day();
    const QDate today = day.now.date();
    std::vector<RowModel::Row> rows;
    for (const Job& job : day.jobs) {
        if (rows.size() == jobsAtMost)
            break;
        rows.push_back(jobRow(job, {job.customer, job.machine, job.ticket}, today));
    }
    m_jobs.show(std::move(rows));
}

void HomeController::showOccasions()
{
    const Day& day = m_day.day();
    std::vector<RowModel::Row> rows;
    for (const wire::Occasion& one : day.occasions)
        rows.push_back({one.id, {one.id, one.title, whenAndWhere(one, day.now), one.id == day.occasion->id}});
    if (rows.size() < 2)
        rows.clear();
    std::sort(rows.begin(), rows.end(), [](const RowModel::Row& a, const RowModel::Row& b) { return a.key < b.key; }); // they keep their places
    m_occasions.show(std::move(rows));
}

QString HomeController::jobCount() const
{
    const auto count = static_cast<int>(m_day.day().jobs.size());
    return count > 0 ? tr("%n job(s)", "", count) : QString();
}

void HomeController::showFacts()
{
    const Day& day = m_day.day();
    std::vector<RowModel::Row> facts;
    facts.push_back({QStringLiteral("customers"), {tr("Customers %1").arg(day.customers), day.customers > 0}});
    facts.push_back({QStringLiteral("form"), {day.formTitle.isEmpty() ? tr("No form yet") : tr("Form ready"), !day.formTitle.isEmpty()}});
    if (day.occasion) {
        const QStringList consent = day.occasion->document[QLatin1String("consent")].toObject()[QLatin1String("texts")].toObject().keys();
        facts.push_back({QStringLiteral("consent"),
                         {consent.isEmpty() ? tr("No consent text") : tr("Consent %1").arg(consent.join(QLatin1Char('/'))), !consent.isEmpty()}});
    } else {
        facts.push_back({QStringLiteral("occasion"), {tr("No fair yet"), false}});
    }
    const bool camera = m_camera == Camera::Present;
    facts.push_back({QStringLiteral("camera"), {camera ? tr("Camera") : tr("No camera"), camera}});
    m_facts.show(std::move(facts));
}

bool HomeController::hasOccasion() const
{
    return m_day.day().occasion.has_value();
}

bool HomeController::canStart() const
{
    return !m_day.day().formTitle.isEmpty();
}

QString HomeController::occasionTitle() const
{
    const Day& day = m_day.day();
    if (day.occasion)
        return day.occasion->title;
    return m_day.isRead() ? tr("Welcome to Rapport") : QString();
}

QString HomeController::occasionDetail() const
{
    const Day& day = m_day.day();
    if (!m_day.isRead())
        return {};
    if (!day.occasion)
        return tr("No fair is on this tablet at the moment. The next one comes by itself as soon as the hub is reached.");
    return whenAndWhere(*day.occasion, day.now);
}

QString HomeController::staffInitials() const
{
    return initialsOf(QString(m_day.day().user).replace(QLatin1Char('.'), QLatin1Char(' ')));
}

QString HomeController::conversationCount() const
{
    return m_conversations.count() > 0 ? tr("%n conversation(s)", "", m_conversations.count()) : QString();
}

bool HomeController::hasDraft() const
{
    return m_day.day().draft.has_value();
}

QString HomeController::draftTitle() const
{
    const Day& day = m_day.day();
    if (!day.draft)
        return {};
    const QString moment = momentText(day.draft->startedAt, day.now);
    const auto entry =
        std::find_if(day.entries.begin(), day.entries.end(), [&](const DayEntry& one) { return one.conversation.id == day.draft->id; });
    const QString who = day.draft->title.isEmpty() || entry == day.entries.end() ? day.draft->title : titleOf(*entry, day.now);
    return day.draft->title.isEmpty() ? tr("Continue the conversation from %1?").arg(moment)
                                      : tr("Continue the conversation with %1 from %2?").arg(who, moment);
}

QString HomeController::draftDetail() const
{
    const auto& draft = m_day.day().draft;
    return draft ? tr("%1 of %2 answers · saved on this tablet").arg(draft->answered).arg(draft->questions) : QString();
}

QString HomeController::draftClock() const
{
    const Day& day = m_day.day();
    return day.draft ? clockText(day.draft->startedAt, day.now) : QString();
}

int HomeController::draftAnswered() const
{
    return m_day.day().draft ? m_day.day().draft->answered : 0;
}

int HomeController::draftQuestions() const
{
    return m_day.day().draft ? m_day.day().draft->questions : 0;
}

bool HomeController::ready() const
{
    for (int row = 0; row < m_facts.count(); ++row) {
        if (!m_facts.value(row, "ok").toBool())
            return false;
    }
    return m_facts.count() > 0;
}

QString HomeController::readyTitle() const
{
    return ready() ? tr("Ready for the fair") : tr("Not everything is here yet");
}

QString HomeController::readyDetail() const
{
    return m_day.isRead() ? tr("Checked today %1").arg(clockText(m_day.day().now, m_day.day().now)) : QString();
}

void HomeController::chooseOccasion(const QString& occasionId)
{
    Q_EMIT occasionRequested(occasionId);
}

void HomeController::newConversation()
{
    Q_EMIT newRequested();
}

void HomeController::continueDraft()
{
    if (m_day.day().draft)
        Q_EMIT openRequested(m_day.day().draft->id.text());
}

void HomeController::startJob(const QString& jobId)
{
    Q_EMIT jobRequested(jobId);
}

void HomeController::briefJob(const QString& jobId)
{
    for (const Job& job : m_day.day().jobs) {
        if (job.id == jobId && !job.customerId.isEmpty())
            Q_EMIT briefingRequested(QStringLiteral("organisations"), job.customerId);
    }
}

void HomeController::startForm(const QString& formId)
{
    Q_EMIT formRequested(formId);
}

void HomeController::openConversation(const QString& conversationId)
{
    Q_EMIT openRequested(conversationId);
}

} // namespace rapport::app
