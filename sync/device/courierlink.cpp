// SPDX-License-Identifier: Apache-2.0
// Which files wait for another network (link.h), and what a person is told of them.
#include "sync/device/courier_private.h"

#include <QLoggingCategory>

namespace rapport::device
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.sync")

const QString nowSetting = QStringLiteral("files_now");       ///< instanceIDs, one a line
const QString thereSetting = QStringLiteral("answers_there"); ///< the hub's address, then instanceIDs

std::set<QString> idsIn(const QStringList& lines)
{
    std::set<QString> ids(lines.begin(), lines.end());
    ids.erase(QString());
    return ids;
}

QStringList linesOf(store::Store& store, const QString& setting)
{
    return store.setting(setting).value_or(QString()).split(QLatin1Char('\n'));
}

void keepIds(store::Store& store, const QString& setting, const std::set<QString>& ids, QStringList lines = {})
{
    std::copy(ids.begin(), ids.end(), std::back_inserter(lines));
    if (const auto kept = store.setSetting(setting, lines.join(QLatin1Char('\n'))); !kept)
        qCWarning(log) << setting << "is not kept for the next start:" << kept.error().detail;
}

} // namespace

void CourierWorker::watchNetwork()
{
    m_filesNow = idsIn(linesOf(*m_store, nowSetting));
    m_network = m_makeNetwork ? m_makeNetwork() : nullptr;
    if (!m_network)
        return;
    connect(m_network.get(), &Network::linkChanged, this, &CourierWorker::linkChanged);
    connect(m_network.get(), &Network::reached, this, &CourierWorker::tryNow);
}

/// A file under way stops after its piece: it may not be for this network.
void CourierWorker::linkChanged()
{
    letIn();
    m_assetsDue = true;
    if (m_network->link().kind == Link::Kind::Unknown)
        wake(); // perhaps there is none any more: no reason to end the waits
    else
        tryNow();
}

Link CourierWorker::link() const
{
    return m_network && !m_hub.inThisApp ? m_network->link() : Link();
}

Passage CourierWorker::passageOf(const store::OutboxItem& item, const store::StoredAttachment& file, const LinkRules& rules) const
{
    return m_filesNow.contains(item.instanceId) ? Passage::Goes : rules.passageOf(file.size, link());
}

void CourierWorker::sendFilesNow(const QString& conversationId)
{
    if (!m_store)
        return;
    const auto outbox = m_store->outbox();
    for (const store::OutboxItem& item : outbox.value_or(std::vector<store::OutboxItem>{})) {
        if (item.conversation.text() == conversationId)
            m_filesNow.insert(item.instanceId);
    }
    keepIds(*m_store, nowSetting, m_filesNow);
    tryNow();
}

/// What was known of @p hub when the app was closed.
void CourierWorker::recallAnswers(const QUrl& hub)
{
    QStringList lines = linesOf(*m_store, thereSetting);
    m_answersThere = lines.takeFirst() == hub.toString() ? idsIn(lines) : std::set<QString>();
}

void CourierWorker::forgetAnswers(const std::set<QString>& instances)
{
    for (const QString& instanceId : instances) {
        m_filesFollow.erase(instanceId);
        m_answersThere.erase(instanceId);
    }
    keepIds(*m_store, thereSetting, m_answersThere, {m_hub.url.toString()});
}

/// Its answers are there, and none of its files may go now.
bool CourierWorker::waitsForNetwork(const store::OutboxItem& item)
{
    const LinkRules rules = linkRules(*m_store).value_or(LinkRules());
    const auto files = m_store->attachments(item.conversation);
    return m_filesFollow.contains(item.instanceId) && files && std::none_of(files->begin(), files->end(), [&](const store::StoredAttachment& file) {
               return !m_uploaded.contains(file.sha256) && passageOf(item, file, rules) == Passage::Goes;
           });
}

/// Those that have left the outbox are forgotten.
void CourierWorker::keepAnswers(const std::vector<store::OutboxItem>& outbox)
{
    std::set<QString> there, now;
    for (const store::OutboxItem& item : outbox) {
        if (m_answersThere.contains(item.instanceId) || m_filesFollow.contains(item.instanceId))
            there.insert(item.instanceId);
        if (m_filesNow.contains(item.instanceId))
            now.insert(item.instanceId);
    }
    if (there != m_answersThere)
        keepIds(*m_store, thereSetting, there, {m_hub.url.toString()});
    if (now != m_filesNow)
        keepIds(*m_store, nowSetting, now);
    m_answersThere = there;
    m_filesNow = now;
}

std::vector<FilesToFollow> CourierWorker::filesToFollow(const std::vector<store::OutboxItem>& outbox)
{
    const LinkRules rules = linkRules(*m_store).value_or(LinkRules());
    std::vector<FilesToFollow> following;
    for (const store::OutboxItem& item : outbox) {
        if (item.state != store::OutboxItem::State::Waiting || !m_answersThere.contains(item.instanceId) || m_confirming.contains(item.instanceId))
            continue;
        FilesToFollow going{item.conversation.text()}, held = going;
        const auto files = m_store->attachments(item.conversation);
        for (const store::StoredAttachment& file : files.value_or(std::vector<store::StoredAttachment>{})) {
            if (m_uploaded.contains(file.sha256))
                continue;
            const Passage passage = passageOf(item, file, rules);
            FilesToFollow& sum = passage == Passage::Goes ? going : held;
            ++sum.files;
            sum.bytes += file.size;
            sum.passage = passage;
        }
        if (held.files + going.files > 0)
            following.push_back(held.files > 0 ? held : going);
    }
    return following;
}

} // namespace rapport::device
