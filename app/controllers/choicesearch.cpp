// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/choicesearch.h"

#include "app/controllers/questionkind.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace rapport::app
{

using forms::FormSession;
using forms::NodeId;

namespace
{

constexpr std::size_t foundAtMost = 30;
constexpr int searchedAtMost = 200;     ///< people and firms, of which one kind is wanted
constexpr std::size_t readAtOnce = 500; ///< choices: a shorter list is ready when it is asked
constexpr std::size_t readInOneGo = 64; ///< between two looks at the clock
constexpr qint64 turnMs = 3;            ///< of reading, before the app does something else
constexpr std::size_t keptAtMost = 4;   ///< lists
constexpr qsizetype labelAtMost = 300;  ///< letters of a hit: the line names it, the form's text may be a page

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChoiceSearch)
};

/// What tells two people of one name apart.
QString detailOf(const forms::Choice& choice)
{
    for (const auto& [name, value] : choice.columns) {
        const bool tells = name == QLatin1String("email") || name == QLatin1String("city") || name == QLatin1String("customer_number");
        if (tells && !value.isEmpty())
            return value;
    }
    return {};
}

QVariantMap foundRow(const forms::Choice& choice)
{
    const QString& label = choice.label.text;
    return {{QStringLiteral("value"), choice.value},
            {QStringLiteral("label"), label.size() > labelAtMost ? label.left(labelAtMost) + QStringLiteral(" …") : label},
            {QStringLiteral("detail"), detailOf(choice)}};
}

QVariantMap answered(const QVariantList& found, const QString& told)
{
    return {{QStringLiteral("found"), found}, {QStringLiteral("told"), told}};
}

QString preparingText()
{
    return Words::tr("The list is being prepared …");
}

QString moreText()
{
    return Words::tr("There are more: type more to see fewer.");
}

QString countedText(std::size_t shown, std::size_t all)
{
    if (all == 0)
        return Words::tr("Nothing fits.");
    if (shown == all)
        return {};
    const QLocale locale;
    return Words::tr("%1 of %2: type more to see fewer.", "numbers of hits shown and found")
        .arg(locale.toString(qulonglong(shown)), locale.toString(qulonglong(all)));
}

} // namespace

ChoiceSearch::ChoiceSearch(store::Store& store, Ready ready) : m_store(store), m_ready(std::move(ready))
{
    m_idle.setInterval(0); // whenever there is nothing else to be done
    QObject::connect(&m_idle, &QTimer::timeout, &m_idle, [this] { readOn(); });
}

void ChoiceSearch::forget()
{
    m_idle.stop();
    m_lists.clear();
    m_session = nullptr;
}

QVariantMap ChoiceSearch::find(const FormSession& session, NodeId node, const QString& text)
{
    if (const QString list = searchedList(session, node); !list.isEmpty())
        return findInStore(session, node, list, text);
    List& list = listOf(session, node);
    list.asked = list.index.size() < list.count;
    if (list.asked) {
        list.node = node;
        m_idle.start();
        return answered({}, preparingText());
    }
    const auto hits = list.index.find(text, foundAtMost);
    QVariantList found;
    for (const std::size_t place : hits.places) {
        for (const forms::Choice& choice : session.choices(node, place, 1))
            found.append(foundRow(choice));
    }
    return answered(found, countedText(hits.places.size(), hits.all));
}

QVariantMap ChoiceSearch::findInStore(const FormSession& session, NodeId node, const QString& list, const QString& text)
{
    QVariantList found;
    std::size_t all = 0;
    const auto hits = m_store.search(text, searchedAtMost);
    for (const store::SearchHit& hit : hits.value_or({})) {
        const auto choice = hit.list == list ? session.choice(node, hit.id) : std::nullopt;
        if (!choice)
            continue;
        ++all;
        if (static_cast<std::size_t>(found.size()) < foundAtMost)
            found.append(foundRow(*choice));
    }
    const bool cut = hits && hits->size() == searchedAtMost;
    return answered(found, cut ? moreText() : countedText(static_cast<std::size_t>(found.size()), all));
}

ChoiceSearch::List& ChoiceSearch::listOf(const FormSession& session, NodeId node)
{
    if (m_session != &session)
        forget();
    m_session = &session;
    const QString whole = session.choiceList(node);
    const QString key = whole.isEmpty() ? QString::number(node.value) : whole;
    const quint64 revision = session.choicesRevision(node);
    const auto known = std::find_if(m_lists.begin(), m_lists.end(), [&](const List& list) { return list.key == key; });
    if (known != m_lists.end() && known->revision == revision) {
        m_lists.splice(m_lists.begin(), m_lists, known);
        return m_lists.front();
    }
    if (known != m_lists.end())
        m_lists.erase(known);
    if (m_lists.size() == keptAtMost)
        m_lists.pop_back();
    List& list = m_lists.emplace_front();
    list.key = key;
    list.node = node;
    list.revision = revision;
    list.count = session.choiceCount(node, std::numeric_limits<qint32>::max());
    if (list.count <= readAtOnce)
        read(list, list.count);
    return list;
}

void ChoiceSearch::read(List& list, std::size_t atMost) const
{
    const auto choices = m_session->choices(list.node, list.index.size(), atMost);
    for (const forms::Choice& choice : choices)
        list.index.add(choice.label.text + QLatin1Char(' ') + detailOf(choice));
    if (choices.size() < atMost)
        list.count = list.index.size(); // an entity went since they were counted
}

void ChoiceSearch::readOn()
{
    const auto open = std::find_if(m_lists.begin(), m_lists.end(), [](const List& list) { return list.asked; });
    if (open == m_lists.end())
        return m_idle.stop();
    if (m_session->choicesRevision(open->node) != open->revision) { // it is another list now: who still wants it asks again
        const NodeId node = open->node;
        m_lists.erase(open);
        return m_ready(node);
    }
    QElapsedTimer turn;
    for (turn.start(); open->index.size() < open->count && turn.elapsed() < turnMs;)
        read(*open, std::min(readInOneGo, open->count - open->index.size()));
    if (open->index.size() < open->count)
        return;
    open->asked = false;
    m_ready(open->node);
}

} // namespace rapport::app
