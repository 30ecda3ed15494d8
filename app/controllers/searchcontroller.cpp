// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/searchcontroller.h"

#include "app/conversation/recents.h"
#include "app/conversation/whendone.h"
#include "app/conversation/words.h"

#include <QLoggingCategory>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(searchLog, "rapport.search")

constexpr int maxHits = 50;

} // namespace

SearchController::SearchController(StoreThread& thread, QObject* parent)
    : QObject(parent), m_thread(thread), m_hits({"list", "entityId", "label", "detail", "initials", "person"})
{
}

void SearchController::search(const QString& text)
{
    m_text = text;
    const int asked = ++m_asked;
    const bool typed = !text.trimmed().isEmpty();
    const auto look = [text, typed](store::Store& store) -> Result<store::Found> {
        if (typed)
            return store::find(store, text, maxHits);
        auto recent = recentCustomers(store);
        return recent ? Result<store::Found>(store::Found{std::move(*recent)}) : recent.error();
    };
    whenDone(m_thread.run(look), this, [this, asked](const Result<store::Found>& found) {
        if (asked != m_asked)
            return; // something newer was typed
        m_failed = !found;
        m_nearly = found && found->nearly;
        show(found ? found->hits : std::vector<store::SearchHit>{});
    });
}

void SearchController::show(std::vector<store::SearchHit> hits)
{
    std::vector<RowModel::Row> rows;
    for (const store::SearchHit& hit : hits) {
        const bool person = hit.list == QLatin1String("contacts");
        rows.push_back({hit.list + hit.id, {hit.list, hit.id, hit.label, hit.detail, initialsOf(hit.label), person}});
    }
    m_shown = std::move(hits);
    m_hits.show(std::move(rows));
    Q_EMIT changed();
}

void SearchController::open(int row)
{
    if (row < 0 || row >= static_cast<int>(m_shown.size()))
        return;
    const store::SearchHit hit = m_shown[static_cast<std::size_t>(row)];
    Q_EMIT customerRequested(hit.list, hit.id); // first: a look waits for no write
    whenDone(m_thread.run([hit](store::Store& store) { return rememberCustomer(store, hit.list, hit.id); }), this, [](const Status& kept) {
        if (!kept)
            qCWarning(searchLog) << "who was opened last is not kept:" << kept.error().detail;
    });
}

QString SearchController::heading() const
{
    if (m_shown.empty())
        return {};
    if (m_nearly)
        return tr("Nothing begins like this; %n similar", "", static_cast<int>(m_shown.size()));
    return m_text.trimmed().isEmpty() ? tr("Opened last") : tr("%n found", "", static_cast<int>(m_shown.size()));
}

QString SearchController::sentence() const
{
    if (m_failed)
        return tr("The customers on this tablet cannot be read at the moment. Please try again.");
    if (!m_shown.empty())
        return {};
    return m_text.trimmed().isEmpty() ? tr("Type the beginning of a name, a firm, an e-mail address or a telephone number.")
                                      : tr("Nobody on this tablet has words that begin like this, or nearly so.");
}

} // namespace rapport::app
