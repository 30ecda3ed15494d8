// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/choicesearch.h"

#include "app/controllers/questionkind.h"

#include <algorithm>

namespace rapport::app
{

using forms::FormSession;
using forms::NodeId;

namespace
{

constexpr int foundAtMost = 30;
constexpr int searchedAtMost = 200; ///< people and firms, of which one kind is wanted

/// Letters without case and marks.
QString plain(const QString& text)
{
    QString letters;
    const QString parts = text.normalized(QString::NormalizationForm_D);
    for (const QChar one : parts) {
        if (one.category() != QChar::Mark_NonSpacing)
            letters += one.toCaseFolded();
    }
    return letters;
}

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
    return {{QStringLiteral("value"), choice.value}, {QStringLiteral("label"), choice.label.text}, {QStringLiteral("detail"), detailOf(choice)}};
}

} // namespace

QVariantList matchingChoices(const FormSession& session, store::Store& store, NodeId node, const QString& text)
{
    QVariantList found;
    if (const QString list = searchedList(session, node); !list.isEmpty()) {
        const auto hits = store.search(text, searchedAtMost);
        for (const store::SearchHit& hit : hits.value_or({})) {
            const auto choice = hit.list == list ? session.choice(node, hit.id) : std::nullopt;
            if (choice && found.size() < foundAtMost)
                found.append(foundRow(*choice));
        }
        return found;
    }
    const QStringList words = plain(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const forms::Choice& choice : session.choices(node)) {
        const QString where = plain(choice.label.text + QLatin1Char(' ') + detailOf(choice));
        if (!std::all_of(words.begin(), words.end(), [&](const QString& word) { return where.contains(word); }))
            continue;
        found.append(foundRow(choice));
        if (found.size() == foundAtMost)
            break;
    }
    return found;
}

} // namespace rapport::app
