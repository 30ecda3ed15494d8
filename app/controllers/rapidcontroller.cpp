// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/rapidcontroller.h"

#include "app/controllers/scancontroller.h"
#include "app/conversation/contactwords.h"
#include "app/conversation/group.h"
#include "app/conversation/sentences.h"
#include "app/conversation/whendone.h"
#include "app/conversation/words.h"
#include "sync/wire/enrolment.h"

#include <QLoggingCategory>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(rapidLog, "rapport.capture")

constexpr int undoMs = 8'000;
constexpr int nextPictureMs = 700; ///< a folder of pictures stands for badges that are held up one after another
constexpr int fadeMs = 600;        ///< an outline stays as long once its code has gone
constexpr qsizetype draftsAtMost = 1000;

Result<std::vector<Visitor>> readList(store::Store& store, const QDateTime& now)
{
    const auto list = store::gathered(store);
    if (!list)
        return list.error();
    const BadgeReading reading = badgeReading(store);
    std::vector<Visitor> visitors;
    for (const store::Gathered& one : *list)
        visitors.push_back(visitorOf(store, one, reading, now));
    return visitors;
}

} // namespace

RapidController::RapidController(capture::Reader& reader, capture::FrameSource* source, ConversationParts parts, StoreThread& reading,
                                 QObject* parent)
    : QObject(parent), m_parts(std::move(parts)), m_reading(reading), m_finder(reader, m_parts.clock), m_source(source),
      m_items({"itemId", "name", "detail", "words", "initials", "isLink", "met", "adds", "choice"})
{
    for (QTimer* timer : {&m_undo, &m_nextPicture, &m_fade})
        timer->setSingleShot(true);
    m_undo.setInterval(undoMs);
    m_nextPicture.setInterval(nextPictureMs);
    m_fade.setInterval(fadeMs);
    connect(&m_undo, &QTimer::timeout, this, [this] {
        m_removed.reset();
        Q_EMIT changed();
    });
    connect(&m_nextPicture, &QTimer::timeout, this, &RapidController::lookAtNext);
    connect(&m_fade, &QTimer::timeout, this, [this] { outlineFor({}); });
    connect(&m_finder, &capture::Finder::shown, this, [this](const QImage& picture) {
        m_frame = picture;
        Q_EMIT frameChanged();
    });
    connect(&m_finder, &capture::Finder::hintChanged, this, &RapidController::changed);
    connect(&m_finder, &capture::Finder::seen, this, &RapidController::see);
    connect(&m_finder, &capture::Finder::nothing, &m_nextPicture, qOverload<>(&QTimer::start));
    connect(&m_finder, &capture::Finder::failed, this, [this](const Error& error) {
        qCInfo(rapidLog) << "a picture is passed over:" << error.detail;
        if (m_source && !m_source->isLive())
            m_nextPicture.start();
    });
    if (!source)
        return;
    connect(source, &capture::FrameSource::unavailable, this, [this](const Error& error) {
        if (m_state != Looking)
            return;
        m_finder.stop();
        m_frame = {};
        m_blind = Sentences::failed(Sentences::Doing::ReadingPictures, error);
        m_state = NoSource;
        Q_EMIT frameChanged();
        Q_EMIT changed();
    });
    connect(source, &capture::FrameSource::abilitiesChanged, this, &RapidController::changed);
}

// ---- the camera

void RapidController::start()
{
    m_on = true;
    m_badges = badgeReading(m_parts.store);
    m_drafts.clear();
    m_heard.clear();
    if (m_source)
        return look();
    m_blind = Sentences::failed(Sentences::Doing::ReadingPictures, {Error::Kind::NotFound, {}});
    m_state = NoSource;
    Q_EMIT changed();
}

void RapidController::look()
{
    m_state = Looking;
    m_finder.look(*m_source, capture::Finder::Take::All);
    Q_EMIT changed();
}

void RapidController::stop()
{
    m_on = m_torchOn = false;
    m_nextPicture.stop();
    m_finder.stop();
    m_state = Idle;
    outlineFor({});
    Q_EMIT changed();
}

void RapidController::lookAtNext()
{
    if (m_state != Looking)
        return;
    m_source->advance();
    look();
}

void RapidController::see(const std::vector<capture::Code>& codes, const QImage& picture)
{
    if (!m_source->isLive()) {
        m_frame = picture;
        m_nextPicture.start();
        Q_EMIT frameChanged();
    }
    outlineFor(QVariantList(codes.front().points.begin(), codes.front().points.end()));
    m_fade.start();
    for (const capture::Code& code : codes)
        hear(code.format, code.text);
}

void RapidController::outlineFor(const QVariantList& outline)
{
    m_outline = outline;
    Q_EMIT outlineChanged();
}

void RapidController::toggleTorch()
{
    if (!hasTorch())
        return;
    m_torchOn = !m_torchOn;
    m_source->setTorch(m_torchOn ? capture::FrameSource::Torch::On : capture::FrameSource::Torch::Off);
    Q_EMIT changed();
}

void RapidController::flip()
{
    if (!canFlip())
        return;
    m_torchOn = false;
    m_source->flip();
    Q_EMIT changed();
}

// ---- the list

void RapidController::receive(const QString& text)
{
    hear({}, text);
}

const contact::ContactDraft& RapidController::draftOf(const QString& code)
{
    if (m_drafts.size() > draftsAtMost)
        m_drafts.clear();
    auto known = m_drafts.find(code);
    if (known == m_drafts.end())
        known = m_drafts.insert(code, m_badges.read(code));
    return *known;
}

void RapidController::hear(const QString& format, const QString& code)
{
    if (wire::parseInvitation(code)) // for this tablet, not a person
        return;
    const auto [heard, at] = m_list.hear(format, code, draftOf(code), m_parts.clock());
    if (heard == RapidList::Heard::Same)
        return;
    const Visitor visitor = m_list.visitors()[at];
    m_heard = visitor.gathered.id;
    keep(visitor);
    if (heard == RapidList::Heard::New)
        lookUp(visitor.gathered);
    show();
}

/// On the disk at once; what could not be written before is tried again with it.
void RapidController::keep(const Visitor& visitor)
{
    m_pending.insert(visitor.gathered.id);
    std::vector<store::Gathered> all;
    for (const Visitor& one : m_list.visitors()) {
        if (m_pending.contains(one.gathered.id))
            all.push_back(one.gathered);
    }
    auto kept = m_parts.thread.run([all](store::Store& store) -> Status {
        for (const store::Gathered& one : all) {
            if (auto written = store::keepGathered(store, one); !written)
                return written;
        }
        return ok();
    });
    whenDone(kept, this, [this, all](const Status& status) {
        for (const store::Gathered& one : all) {
            if (status)
                m_pending.remove(one.id);
        }
        say(status);
    });
}

void RapidController::say(const Status& status)
{
    if (!status)
        qCWarning(rapidLog) << "the list of scanned people is not kept:" << status.error().detail;
    const QString trouble = status ? QString() : Sentences::failed(Sentences::Doing::Saving, status.error());
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    Q_EMIT changed();
}

/// Who she is on this tablet takes a search, and whether she was met a look through the day.
void RapidController::lookUp(const store::Gathered& gathered)
{
    auto found =
        m_reading.run([gathered, badges = m_badges, now = m_parts.clock()](store::Store& store) { return visitorOf(store, gathered, badges, now); });
    whenDone(found, this, [this](const Visitor& visitor) {
        m_list.replace(visitor);
        show();
    });
}

void RapidController::load()
{
    auto read = m_parts.thread.run([now = m_parts.clock()](store::Store& store) { return readList(store, now); });
    whenDone(read, this, [this](const Result<std::vector<Visitor>>& list) {
        if (!list)
            return say(list.error());
        const std::vector<Visitor> before = m_list.visitors();
        m_list.show(*list);
        for (const Visitor& one : before) { // read while the disk was
            if (m_pending.contains(one.gathered.id) && !m_list.find(one.gathered.id))
                m_list.putBack(one);
        }
        show();
    });
}

void RapidController::remove(const QString& itemId)
{
    const auto taken = m_list.take(itemId);
    if (!taken)
        return;
    m_pending.remove(itemId);
    m_removed = taken;
    m_undo.start();
    auto dropped = m_parts.thread.run([itemId](store::Store& store) { return store::dropGathered(store, itemId); });
    whenDone(dropped, this, [this](const Status& status) { say(status); });
    show();
}

void RapidController::undoRemove()
{
    if (!m_removed)
        return;
    m_undo.stop();
    const Visitor back = *std::exchange(m_removed, std::nullopt);
    m_list.putBack(back);
    keep(back);
    show();
}

void RapidController::toggleAnew(const QString& itemId)
{
    Visitor* visitor = m_list.find(itemId);
    if (!visitor || !visitor->met || visitor->met->handedOver)
        return;
    visitor->gathered.conversesAnew = !visitor->gathered.conversesAnew;
    keep(*visitor);
    show();
}

void RapidController::startEach()
{
    if (m_busy || count() == 0)
        return;
    m_busy = true;
    Q_EMIT changed();
    auto started = m_parts.thread.run([environment = environmentOf(m_parts)](store::Store& store) { return app::startEach(store, environment); });
    whenDone(started, this, [this](const Result<int>& drafts) {
        begun(drafts ? ok() : Status(drafts.error()));
        if (drafts)
            Q_EMIT settled();
    });
}

void RapidController::startGroup()
{
    if (m_busy || count() == 0)
        return;
    m_busy = true;
    Q_EMIT changed();
    auto started = m_parts.thread.run([environment = environmentOf(m_parts)](store::Store& store) { return app::startGroup(store, environment); });
    whenDone(started, this, [this](const Result<store::ConversationId>& group) {
        begun(group ? ok() : Status(group.error()));
        if (group)
            Q_EMIT groupStarted(group->text());
    });
}

/// Something has become of everybody in the list, or of nobody.
void RapidController::begun(const Status& status)
{
    m_busy = false;
    Q_EMIT changed();
    if (!status)
        return say(status);
    m_undo.stop();
    m_removed.reset();
    load();
    Q_EMIT stored();
}

// ---- what is shown

void RapidController::show()
{
    std::vector<RowModel::Row> rows;
    const auto& visitors = m_list.visitors();
    for (auto visitor = visitors.rbegin(); visitor != visitors.rend(); ++visitor)
        rows.push_back(rowOf(*visitor));
    m_items.show(std::move(rows));
    Q_EMIT changed();
}

RowModel::Row RapidController::rowOf(const Visitor& visitor) const
{
    const contact::Contact& contact = visitor.draft.contact;
    const bool link = !ContactWords::namesSomebody(contact) && !contact.urls.isEmpty();
    const bool choosable = visitor.met && !visitor.met->handedOver;
    QStringList words;
    if (link)
        words.append(tr("Link, not opened"));
    if (visitor.met)
        words.append(tr("met today %1", "a clock time").arg(clockText(visitor.met->startedAt, m_parts.clock())));
    if (choosable)
        words.append(visitor.addsToMet() ? tr("goes into that conversation") : tr("a new conversation"));
    if (visitor.gathered.times > 1)
        words.append(tr("%n time(s)", "read so often", visitor.gathered.times));
    if (visitor.known)
        words.append(visitor.known->surely ? tr("known here") : tr("perhaps known here"));
    const QString id = visitor.gathered.id, detail = link ? contact.urls.front() : contact.organisation;
    const QString choice = !choosable ? QString() : visitor.addsToMet() ? tr("New conversation") : tr("Add to that conversation");
    return {id,
            {id, ContactWords::shownName(contact), detail, words.join(QStringLiteral(" · ")), initialsOf(ContactWords::nameOf(contact)), link,
             choosable, visitor.addsToMet(), choice}};
}

QString RapidController::guidance() const
{
    if (m_state == NoSource)
        return m_blind;
    if (const QString hint = ScanController::hintText(m_finder.hint()); !hint.isEmpty())
        return hint;
    const Visitor* last = m_list.find(m_heard);
    if (!last)
        return tr("Hold one badge after the other into the frame.");
    const QString name = ContactWords::shownName(last->draft.contact);
    return last->gathered.times > 1 ? tr("%1 is in the list already.").arg(name) : name;
}

QString RapidController::countText() const
{
    return tr("%n scanned", "people or codes", count());
}

QString RapidController::waitingText() const
{
    if (count() == 0)
        return {};
    const QDateTime first = m_list.visitors().front().gathered.firstAt;
    return tr("%n scanned since %1", "people or codes; a moment", count()).arg(momentText(first, m_parts.clock()));
}

QString RapidController::undoText() const
{
    return m_removed ? tr("%1 removed. Undo").arg(ContactWords::shownName(m_removed->draft.contact)) : QString();
}

} // namespace rapport::app
