// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/traycontroller.h"

#include "app/controllers/traywords.h"
#include "app/conversation/sentences.h"
#include "app/conversation/whendone.h"

#include <QLoggingCategory>
#include <QUuid>

#include <algorithm>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.content")

constexpr int undoMs = 8'000;

QString freshId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// Copies: an item lies in one tray only.
std::vector<store::TrayItem> copiesOf(std::vector<store::TrayItem> items)
{
    for (store::TrayItem& item : items)
        item.id = freshId();
    return items;
}

} // namespace

TrayController::TrayController(StoreThread& thread, Clock clock, QObject* parent)
    : QObject(parent), m_thread(thread), m_clock(std::move(clock)), m_rows(TrayWords::roles()), m_sequences({"sequenceId", "name", "detail"})
{
    m_fade.setSingleShot(true);
    m_fade.setInterval(undoMs);
    connect(&m_fade, &QTimer::timeout, this, &TrayController::dismiss);
}

// ---- what lies in it

Result<TrayController::Seen> TrayController::look(store::Store& store, const Owner& of, const QDate& today)
{
    const auto items = store::tray(store, of);
    auto entries = items ? assets::trayEntries(store, *items, today) : Result<std::vector<assets::TrayEntry>>(items.error());
    auto sequences = store::sequences(store);
    const auto prepared = of ? store::tray(store, {}) : Result<Items>(Items());
    if (!entries || !sequences || !prepared)
        return !entries ? entries.error() : !sequences ? sequences.error() : prepared.error();
    return Seen{std::move(*entries), std::move(*sequences), static_cast<int>(prepared->size())};
}

void TrayController::follow(const QString& conversationId, const QString& name)
{
    const Owner of = conversationId.isEmpty() ? Owner() : Owner(store::ConversationId::parse(conversationId));
    const bool another = of != m_of;
    if (!another && name == m_name)
        return;
    m_of = of;
    m_name = name;
    if (!another) {
        Q_EMIT changed();
        return;
    }
    dismiss();
    refresh();
}

void TrayController::refresh()
{
    const int asked = ++m_asked;
    auto seen = m_thread.run([of = m_of, today = m_clock().date()](store::Store& store) { return look(store, of, today); });
    whenDone(seen, this, [this, asked](const Result<Seen>& found) {
        if (asked == m_asked)
            see(found);
    });
}

void TrayController::see(const Result<Seen>& seen)
{
    if (!seen)
        return say(seen.error());
    m_seen = *seen;
    m_shown = static_cast<int>(assets::sheetsOf(m_seen.entries).size());
    std::vector<RowModel::Row> rows, sequences;
    for (const assets::TrayEntry& entry : m_seen.entries)
        rows.push_back(TrayWords::row(entry, m_clock().date()));
    for (const store::Sequence& one : m_seen.sequences)
        sequences.push_back({one.id, {one.id, one.name, tr("%n entries", "of a tray", static_cast<int>(one.items.size()))}});
    m_rows.show(std::move(rows));
    m_sequences.show(std::move(sequences));
    Q_EMIT changed();
}

void TrayController::say(const Status& status)
{
    if (!status)
        qCWarning(log) << "a tray is not kept:" << status.error().detail;
    m_trouble = status ? QString() : Sentences::failed(Sentences::Doing::Saving, status.error());
    Q_EMIT changed();
}

// ---- changes

/// Of the list as the disk has it, whatever was changed a moment ago.
Result<TrayController::Undo> TrayController::change(store::Store& store, const Owner& of, const std::function<void(Items&)>& how)
{
    const auto before = store::tray(store, of);
    if (!before)
        return before.error();
    Items items = *before;
    how(items);
    if (const auto kept = store::keepTray(store, of, items); !kept)
        return kept.error();
    return Undo([of, was = *before](store::Store& again) { return store::keepTray(again, of, was); });
}

void TrayController::act(std::function<Result<Undo>(store::Store&)> action, const QString& said)
{
    const int asked = ++m_asked;
    auto done = m_thread.run([action = std::move(action), of = m_of, today = m_clock().date()](store::Store& store) -> Result<Done> {
        auto undo = action(store);
        auto seen = undo ? look(store, of, today) : Result<Seen>(undo.error());
        return seen ? Result<Done>(Done{std::move(*seen), std::move(*undo)}) : seen.error();
    });
    whenDone(done, this, [this, asked, of = m_of, said](const Result<Done>& result) {
        if (of != m_of)
            return;
        m_undo = result && !said.isEmpty() ? result->undo : Undo();
        m_said = result ? said : QString();
        m_fade.start();
        say(result ? ok() : Status(result.error()));
        if (result && asked == m_asked)
            see(result->seen);
    });
}

void TrayController::add(const wire::Asset& asset, const QList<int>& pages)
{
    setPages({}, asset, pages);
}

void TrayController::setPages(const QString& itemId, const wire::Asset& asset, const QList<int>& pages)
{
    const store::TrayItem item{itemId.isEmpty() ? freshId() : itemId, asset, pages};
    const auto put = [of = m_of, item](store::Store& store) {
        return change(store, of, [&](Items& items) {
            const auto known = std::find_if(items.begin(), items.end(), [&](const store::TrayItem& one) { return one.id == item.id; });
            if (known != items.end())
                known->pages = item.pages;
            else
                items.push_back(item);
        });
    };
    act(put, itemId.isEmpty() ? tr("In the tray: %1").arg(TrayWords::what(asset, pages)) : tr("Chosen: %1").arg(TrayWords::what(asset, pages)));
}

void TrayController::move(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= count() || to >= count())
        return;
    const QString id = m_seen.entries[static_cast<std::size_t>(from)].item.id;
    act(
        [of = m_of, id, to](store::Store& store) {
            return change(store, of, [&](Items& items) {
                const auto item = std::find_if(items.begin(), items.end(), [&](const store::TrayItem& one) { return one.id == id; });
                if (item == items.end())
                    return;
                const auto place = items.begin() + std::min(to, static_cast<int>(items.size()) - 1);
                if (item < place)
                    std::rotate(item, item + 1, place + 1);
                else
                    std::rotate(place, item, item + 1);
            });
        },
        {});
}

void TrayController::remove(const QString& itemId)
{
    const assets::TrayEntry* entry = find(itemId);
    if (!entry)
        return;
    const auto take = [of = m_of, itemId](store::Store& store) {
        return change(store, of, [&](Items& items) {
            items.erase(std::remove_if(items.begin(), items.end(), [&](const store::TrayItem& one) { return one.id == itemId; }), items.end());
        });
    };
    act(take, tr("Removed: %1").arg(TrayWords::what(entry->asset, entry->item.pages)));
}

void TrayController::takeNewer(const QString& itemId)
{
    const assets::TrayEntry* entry = find(itemId);
    if (!entry || !entry->newer)
        return;
    const auto take = [of = m_of, itemId, newer = *entry->newer](store::Store& store) {
        return change(store, of, [&](Items& items) {
            for (store::TrayItem& item : items) {
                if (item.id == itemId)
                    item = {itemId, newer, {}};
            }
        });
    };
    act(take, entry->item.pages.isEmpty() ? tr("Version %1 is in the tray now.").arg(entry->newer->version)
                                          : tr("Version %1 is in the tray now, with all its pages.").arg(entry->newer->version));
}

void TrayController::takePrepared()
{
    if (!m_of || m_seen.prepared == 0)
        return;
    const auto take = [of = m_of](store::Store& store) -> Result<Undo> {
        const auto prepared = store::tray(store, {});
        if (!prepared)
            return prepared.error();
        const auto copied = change(store, of, [&](Items& items) {
            for (store::TrayItem& item : copiesOf(*prepared))
                items.push_back(std::move(item));
        });
        if (!copied)
            return copied;
        if (const auto emptied = store::keepTray(store, {}, {}); !emptied)
            return emptied.error();
        return Undo([copied, was = *prepared](store::Store& again) {
            const auto restored = store::keepTray(again, {}, was);
            return restored ? (*copied)(again) : restored;
        });
    };
    act(take, tr("The prepared tray is this meeting's now."));
}

// ---- sequences with a name

void TrayController::keepAs(const QString& name)
{
    const QString wanted = name.simplified();
    if (wanted.isEmpty() || m_seen.entries.empty())
        return;
    const auto keep = [of = m_of, wanted](store::Store& store) -> Result<Undo> {
        const auto items = store::tray(store, of);
        const auto all = store::sequences(store);
        if (!items || !all)
            return items ? all.error() : items.error();
        const auto known =
            std::find_if(all->begin(), all->end(), [&](const store::Sequence& one) { return one.name.compare(wanted, Qt::CaseInsensitive) == 0; });
        const store::Sequence kept{known == all->end() ? freshId() : known->id, wanted, copiesOf(*items)};
        if (const auto done = store::keepSequence(store, kept); !done)
            return done.error();
        if (known == all->end())
            return Undo([id = kept.id](store::Store& again) { return store::dropSequence(again, id); });
        return Undo([was = *known](store::Store& again) { return store::keepSequence(again, was); });
    };
    act(keep, tr("Kept as “%1”.").arg(wanted));
}

void TrayController::append(const QString& sequenceId)
{
    const auto sequence =
        std::find_if(m_seen.sequences.begin(), m_seen.sequences.end(), [&](const store::Sequence& one) { return one.id == sequenceId; });
    if (sequence == m_seen.sequences.end())
        return;
    const auto put = [of = m_of, fresh = copiesOf(sequence->items)](store::Store& store) {
        return change(store, of, [&](Items& items) { items.insert(items.end(), fresh.begin(), fresh.end()); });
    };
    act(put, tr("“%1” is in the tray.").arg(sequence->name));
}

void TrayController::drop(const QString& sequenceId)
{
    const auto sequence =
        std::find_if(m_seen.sequences.begin(), m_seen.sequences.end(), [&](const store::Sequence& one) { return one.id == sequenceId; });
    if (sequence == m_seen.sequences.end())
        return;
    const auto take = [was = *sequence](store::Store& store) -> Result<Undo> {
        if (const auto dropped = store::dropSequence(store, was.id); !dropped)
            return dropped.error();
        return Undo([was](store::Store& again) { return store::keepSequence(again, was); });
    };
    act(take, tr("“%1” was deleted.").arg(sequence->name));
}

// ---- showing, undoing

void TrayController::choosePages(const QString& itemId)
{
    if (const assets::TrayEntry* entry = find(itemId); entry && entry->isReady())
        Q_EMIT pagesWanted(itemId, entry->asset, entry->item.pages);
}

/// Looked at anew: the day, or the list, may be another one by now.
void TrayController::present(const QString& itemId)
{
    dismiss(); // nothing of ours lies over what a customer sees
    const int asked = ++m_asked;
    auto seen = m_thread.run([of = m_of, today = m_clock().date()](store::Store& store) { return look(store, of, today); });
    whenDone(seen, this, [this, asked, itemId](const Result<Seen>& found) {
        if (asked == m_asked)
            see(found);
        const std::vector<assets::Sheet> sheets = found ? assets::sheetsOf(found->entries) : std::vector<assets::Sheet>();
        const auto first = std::find_if(sheets.begin(), sheets.end(), [&](const assets::Sheet& one) { return one.itemId == itemId; });
        if (!sheets.empty())
            Q_EMIT showRequested(sheets, first == sheets.end() ? 1 : static_cast<int>(first - sheets.begin()) + 1);
    });
}

void TrayController::undo()
{
    if (!m_undo)
        return;
    const Undo back = std::exchange(m_undo, Undo());
    act(
        [back](store::Store& store) -> Result<Undo> {
            const auto done = back(store);
            return done ? Result<Undo>(Undo()) : done.error();
        },
        {});
}

void TrayController::dismiss()
{
    m_fade.stop();
    m_undo = {};
    m_said.clear();
    Q_EMIT changed();
}

const assets::TrayEntry* TrayController::find(const QString& itemId) const
{
    const auto found =
        std::find_if(m_seen.entries.begin(), m_seen.entries.end(), [&](const assets::TrayEntry& one) { return one.item.id == itemId; });
    return found == m_seen.entries.end() ? nullptr : &*found;
}

// ---- words

QString TrayController::title() const
{
    if (!m_of)
        return tr("Tray for the next meeting");
    return m_name.isEmpty() ? tr("Tray for this talk") : tr("Tray for %1", "a person or a firm").arg(m_name);
}

QStringList TrayController::held() const
{
    QStringList ids;
    for (const assets::TrayEntry& entry : m_seen.entries)
        ids.append(entry.asset.id);
    return ids;
}

QString TrayController::heading() const
{
    if (m_seen.entries.empty())
        return {};
    const auto isLeftOut = [](const assets::TrayEntry& entry) { return !entry.isReady() || !entry.isForCustomers(); };
    const int out = static_cast<int>(std::count_if(m_seen.entries.begin(), m_seen.entries.end(), isLeftOut));
    const QString shown = tr("%n page(s) to show", "", m_shown);
    return out == 0 ? shown : tr("%1 · %n left out", "", out).arg(shown);
}

QString TrayController::preparedText() const
{
    return m_of && m_seen.prepared > 0 ? tr("%n entries are prepared for the next meeting.", "", m_seen.prepared) : QString();
}

} // namespace rapport::app
