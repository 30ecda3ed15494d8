// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/questionrows.h"

#include "app/controllers/typed.h"
#include "app/conversation/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rapport::app
{

using forms::DataType;
using forms::FormSession;
using forms::Node;
using forms::NodeId;
using forms::NodeKind;
using Question::Kind;

namespace
{

constexpr std::size_t buttonsAtMost = 12; ///< more choices than that are searched, not shown
constexpr int foundAtMost = 30;
constexpr int searchedAtMost = 200; ///< people and firms, of which one kind is wanted

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Question)
};

Kind inputKind(const Node& node)
{
    switch (node.type) {
    case DataType::Int:
        return Kind::Integer;
    case DataType::Decimal:
        return Kind::Decimal;
    case DataType::Date:
        return Kind::Date;
    case DataType::Time:
        return Kind::Time;
    case DataType::DateTime:
        return Kind::DateTime;
    case DataType::Geopoint:
    case DataType::Geotrace:
    case DataType::Geoshape:
    case DataType::Binary:
        return Kind::Other;
    default:
        return node.appearances.contains(QLatin1String("multiline")) ? Kind::Multiline : Kind::Text;
    }
}

Kind uploadKind(const Node& node)
{
    for (const char* drawn : {"signature", "draw"}) {
        if (node.appearances.contains(QLatin1String(drawn)))
            return Kind::Signature;
    }
    return node.accept.startsWith(QLatin1String("image")) ? Kind::Photo : Kind::Other;
}

int inputHintsOf(const Node& node, Kind kind)
{
    switch (kind) {
    case Kind::Integer:
        return Qt::ImhDigitsOnly;
    case Kind::Decimal:
        return Qt::ImhFormattedNumbersOnly;
    case Kind::Date:
        return Qt::ImhDate;
    case Kind::Time:
        return Qt::ImhTime;
    default:
        break;
    }
    if (node.appearances.contains(QLatin1String("numbers")))
        return Qt::ImhDialableCharactersOnly;
    return node.appearances.contains(QLatin1String("url")) ? Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase : Qt::ImhNone;
}

class Rows
{
public:
    Rows(const FormSession& session, AnswerNotes& notes) : m_session(session), m_notes(notes) {}

    void add(NodeId id, int level)
    {
        const Node node = m_session.node(id);
        if (!node.relevant)
            return;
        if (node.kind == NodeKind::Repeat)
            series(node, level);
        else if (node.kind == NodeKind::Group)
            group(node, level);
        else if (node.hasControl && node.kind != NodeKind::Value)
            question(node, level);
    }

    std::vector<RowModel::Row> rows;

private:
    void heading(const QString& key, const Node& node, Kind kind, const QString& label, bool removable, int level)
    {
        rows.push_back({key,
                        {node.id.value, node.name, QVariant::fromValue(kind), label, QString(), QString(), QString(), false, m_notes.readOnly,
                         QString(), QVariantList(), QStringList(), 0, QString(), false, removable, level}});
    }

    void series(const Node& node, int level)
    {
        const QString label = node.label ? node.label->text : QString();
        const std::vector<NodeId> instances = m_session.children(node.id);
        const bool changeable = !node.fixed && !m_notes.readOnly;
        int number = 0;
        for (const NodeId instance : instances) {
            const Node repetition = m_session.node(instance);
            heading(QStringLiteral("head%1").arg(instance.value), repetition, Kind::RepetitionHead,
                    Words::tr("%1 %2", "name and number of a repetition").arg(label).arg(++number), changeable && instances.size() > 1, level);
            for (const NodeId child : m_session.children(instance))
                add(child, level + 1);
        }
        if (changeable)
            heading(QStringLiteral("add%1").arg(node.id.value), node, Kind::AddRepetition, Words::tr("One more"), false, level);
    }

    void group(const Node& node, int level)
    {
        const std::size_t at = rows.size();
        for (const NodeId child : m_session.children(node.id))
            add(child, level + 1);
        if (rows.size() == at || !node.label || node.label->text.isEmpty())
            return;
        std::vector<RowModel::Row> inside(std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(at)),
                                          std::make_move_iterator(rows.end()));
        rows.resize(at);
        heading(QStringLiteral("group%1").arg(node.id.value), node, Kind::Group, node.label->text, false, level);
        std::move(inside.begin(), inside.end(), std::back_inserter(rows));
    }

    void question(const Node& node, int level)
    {
        const Kind kind = questionKind(m_session, node);
        QVariantList choices;
        QStringList chosen;
        QString display = node.value;
        if (kind == Kind::ChoiceOne || kind == Kind::ChoiceMany) {
            for (const forms::Choice& choice : m_session.choices(node.id))
                choices.append(QVariantMap{{QStringLiteral("value"), choice.value}, {QStringLiteral("label"), choice.label.text}});
        }
        if (kind == Kind::ChoiceMany)
            chosen = node.value.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        else if (!node.value.isEmpty())
            chosen = QStringList{node.value};
        if (kind == Kind::Search)
            display = chosenLabel(node);
        if (kind == Kind::Date && !node.value.isEmpty())
            display = QLocale().toString(QDate::fromString(node.value.left(10), Qt::ISODate), QStringLiteral("d MMM yyyy"));
        const auto refused = m_notes.refused.find(node.id);
        const bool understood = refused == m_notes.refused.end();
        const QString value = understood ? editable(node) : refused->second.typed;
        if (!understood)
            display = value;
        rows.push_back(
            {QStringLiteral("question%1").arg(node.id.value),
             {node.id.value, node.name, QVariant::fromValue(kind), node.label ? node.label->text : node.name, node.hint ? node.hint->text : QString(),
              value, display, node.required, node.readonly || m_notes.readOnly,
              kind == Kind::Other ? Words::tr("This tablet cannot ask this question yet. You can finish without it.") : problemOf(node, m_notes),
              choices, chosen, inputHintsOf(node, kind), m_notes.fromBadge.contains(node.id) ? Words::tr("from the badge") : QString(), node.unknown,
              false, level}});
    }

    /// The label of one among very many: looked up once per value.
    QString chosenLabel(const Node& node)
    {
        if (node.value.isEmpty())
            return {};
        auto& [value, label] = m_notes.chosenLabels[node.id];
        if (value != node.value) {
            value = node.value;
            const auto chosen = m_session.choice(node.id, value);
            label = chosen ? chosen->label.text : value;
        }
        return label;
    }

    const FormSession& m_session;
    AnswerNotes& m_notes;
};

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

/// The entity list behind the choices, where the store has an index of its words; else empty.
QString searchedList(const FormSession& session, NodeId node)
{
    const QString source = session.choiceSource(node);
    for (const char* list : {"contacts", "organisations"}) {
        if (source.endsWith(QLatin1Char('/') + QLatin1String(list) + QLatin1String(".csv")))
            return QString::fromLatin1(list);
    }
    return {};
}

} // namespace

QList<QByteArray> questionRoles()
{
    return {"nodeId",  "name",    "kind",   "label",      "hint",   "value",   "display",   "required", "readonly",
            "problem", "choices", "chosen", "inputHints", "origin", "unknown", "removable", "level"};
}

Kind questionKind(const FormSession& session, const Node& node)
{
    switch (node.kind) {
    case NodeKind::Note:
        return Kind::Note;
    case NodeKind::SelectOne:
        for (const char* searched : {"autocomplete", "search"}) {
            if (node.appearances.contains(QLatin1String(searched)))
                return Kind::Search;
        }
        if (!searchedList(session, node.id).isEmpty())
            return Kind::Search; // never counted: there may be a million
        return session.choices(node.id).size() > buttonsAtMost ? Kind::Search : Kind::ChoiceOne;
    case NodeKind::SelectMany:
        return Kind::ChoiceMany;
    case NodeKind::Trigger:
        return Kind::Confirm;
    case NodeKind::Upload:
        return uploadKind(node);
    case NodeKind::Input:
    case NodeKind::Range:
        return inputKind(node);
    default:
        return Kind::Other;
    }
}

QString problemOf(const Node& node, const AnswerNotes& notes)
{
    if (const auto refused = notes.refused.find(node.id); refused != notes.refused.end())
        return refused->second.problem;
    if (!node.constraintOk)
        return node.constraintMessage.value_or(Words::tr("This answer does not fit."));
    if (notes.showRequired && node.required && !isAnswered(node))
        return node.requiredMessage.value_or(Words::tr("Please answer this question."));
    return {};
}

std::vector<RowModel::Row> questionRows(const FormSession& session, const Section& section, AnswerNotes& notes)
{
    Rows rows(session, notes);
    for (const NodeId node : section.nodes)
        rows.add(node, 0);
    return std::move(rows.rows);
}

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
