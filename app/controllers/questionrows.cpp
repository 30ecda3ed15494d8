// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/questionrows.h"

#include "app/controllers/attachmentpictures.h"
#include "app/controllers/filewords.h"
#include "app/controllers/formpictures.h"
#include "app/controllers/playbackcontroller.h"
#include "app/controllers/questionkind.h"
#include "app/controllers/typed.h"
#include "app/conversation/softlimits.h"

#include <QCoreApplication>

#include <algorithm>

namespace rapport::app
{

using forms::FormSession;
using forms::Node;
using forms::NodeId;
using forms::NodeKind;
using Question::Kind;

namespace
{

constexpr qsizetype summedUpAtMost = 3; ///< answers that name a repetition
constexpr qsizetype wordsAtMost = 60;   ///< letters of one of them

constexpr std::size_t mostCompared = 200; ///< folded repetitions that are looked at for what they measured

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Question)
};

class Rows
{
public:
    Rows(const FormSession& session, AnswerNotes& notes) : m_session(session), m_notes(notes) {}

    void add(NodeId id, int level)
    {
        const Node node = m_session.node(id);
        if (!node.relevant || m_notes.notAsked.contains(id))
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
    void heading(const QString& key, const Node& node, Kind kind, const QString& label, bool removable, int level, QVariantMap extra = {})
    {
        rows.push_back({key,
                        {node.id.value, node.name, QVariant::fromValue(kind), label, QString(), QString(), QString(), false, m_notes.readOnly,
                         QString(), QVariantList(), QStringList(), 0, QString(), false, removable, level, std::move(extra)}});
    }

    void series(const Node& node, int level)
    {
        const QString label = node.label ? node.label->text : QString();
        const std::vector<NodeId> instances = m_session.children(node.id);
        const bool changeable = !node.fixed && !m_notes.readOnly;
        int number = 0;
        for (const NodeId instance : instances) {
            ++number;
            if (m_notes.repetitions.isRelevant(m_session, instance))
                repetition(node, instance, Words::tr("%1 %2", "name and number of a repetition").arg(label).arg(number), instances, changeable,
                           level);
        }
        if (changeable)
            heading(QStringLiteral("add%1").arg(node.id.value), node, Kind::AddRepetition, addText(label, !instances.empty()), false, level);
    }

    static QString addText(const QString& label, bool more)
    {
        if (more)
            return label.isEmpty() ? Words::tr("One more") : Words::tr("One more: %1", "the name of what is added").arg(label);
        return label.isEmpty() ? QString() : Words::tr("Add: %1", "the name of what is added").arg(label);
    }

    /// A card: its heading, and its questions where it is unfolded.
    void repetition(const Node& series, NodeId instance, const QString& title, const std::vector<NodeId>& all, bool changeable, int level)
    {
        const bool open = m_notes.repetitions.isOpen(instance, all);
        const Repetitions::Tally tally = m_notes.repetitions.tally(m_session, instance);
        Node head;
        head.id = instance;
        head.name = series.name;
        const std::size_t at = rows.size();
        heading(QStringLiteral("head%1").arg(instance.value), head, Kind::RepetitionHead, title, changeable, level,
                {{QStringLiteral("open"), open},
                 {QStringLiteral("summary"), summaryOf(instance)},
                 {QStringLiteral("left"), leftText(tally)},
                 {QStringLiteral("card"), QStringLiteral("alone")}});
        if (open) {
            for (const NodeId child : m_session.children(instance))
                add(child, level + 1);
        } else if (all.size() <= mostCompared) {
            noteMeasured(instance);
        }
        if (level == 0)
            frame(at);
    }

    /// The rows from @p first on make one card.
    void frame(std::size_t first)
    {
        static const qsizetype extraAt = questionRoles().indexOf("extra");
        for (std::size_t at = first; at < rows.size() && rows.size() - first > 1; ++at) {
            QVariantMap extra = rows[at].values[extraAt].toMap();
            extra[QStringLiteral("card")] = at == first             ? QStringLiteral("top")
                                            : at + 1 == rows.size() ? QStringLiteral("bottom")
                                                                    : QStringLiteral("middle");
            rows[at].values[extraAt] = extra;
        }
    }

    static QString leftText(const Repetitions::Tally& tally)
    {
        if (tally.faults > 0)
            return Words::tr("%n to correct", "", tally.faults);
        return tally.requiredLeft > 0 ? Words::tr("%n required left", "", tally.requiredLeft) : QString();
    }

    QString summaryOf(NodeId instance)
    {
        std::optional<QString>& words = m_notes.repetitions.words(instance);
        if (!words) {
            QStringList answers;
            sumUp(instance, answers);
            words = answers.join(QStringLiteral(" · "));
        }
        return *words;
    }

    /// The first answers that can be read in a line.
    void sumUp(NodeId id, QStringList& answers) const
    {
        for (const NodeId child : m_session.children(id)) {
            if (answers.size() >= summedUpAtMost)
                return;
            const Node node = m_session.node(child);
            if (!node.relevant)
                continue;
            if (node.kind == NodeKind::Group)
                sumUp(child, answers);
            else if (const QString text = isQuestion(node) ? inWords(node) : QString(); !text.isEmpty())
                answers.append(text.size() > wordsAtMost ? text.left(wordsAtMost) + QStringLiteral(" …") : text);
        }
    }

    QString inWords(const Node& node) const
    {
        switch (node.kind) {
        case NodeKind::SelectOne:
        case NodeKind::SelectMany: {
            const QStringList names = namesOf(node, node.kind == NodeKind::SelectOne ? QStringList{node.value} : node.value.split(QLatin1Char(' ')));
            return names.join(QStringLiteral(", "));
        }
        case NodeKind::Input:
        case NodeKind::Range:
            return inputHintsOf(node, Kind::Text) & Qt::ImhHiddenText ? QString() : shown(node).simplified();
        default:
            return {};
        }
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
        const auto refused = m_notes.refused.find(node.id);
        const bool understood = refused == m_notes.refused.end();
        const QString value = understood ? editable(node) : refused->second.typed;
        QVariantMap extra = extraOf(m_session, node, kind);
        if (const QString picture = node.label ? FormPictures::source(m_session.form(), node.label->image) : QString(); !picture.isEmpty())
            extra[QStringLiteral("labelPicture")] = picture;
        if (kind == Kind::SearchMany)
            extra[QStringLiteral("names")] = namesOf(node, chosenOf(node, kind));
        if (kind == Kind::Photo || kind == Kind::Drawing || kind == Kind::Signature)
            addPicture(extra, node);
        if (kind == Kind::Audio || kind == Kind::Video || kind == Kind::File)
            addFile(extra, node);
        if (kind == Kind::Signature)
            extra[QStringLiteral("signer")] = signerOf(m_session, node, m_notes.signer);
        if (kind == Kind::Decimal || kind == Kind::Integer || kind == Kind::Counter)
            addMeasured(extra, node);
        if (const QString last = m_notes.offersLast && !node.readonly ? lastText(node, kind) : QString(); !last.isEmpty())
            extra[QStringLiteral("lastText")] = last;
        rows.push_back(
            {QStringLiteral("question%1").arg(node.id.value),
             {node.id.value, node.name, QVariant::fromValue(kind), node.label ? node.label->text : node.name, node.hint ? node.hint->text : QString(),
              value, understood ? displayed(node, kind) : value, node.required, node.readonly || m_notes.readOnly,
              kind == Kind::Other ? Words::tr("This tablet cannot ask this question yet. You can finish without it.") : problemOf(node, m_notes),
              choicesOf(node, kind), chosenOf(node, kind), inputHintsOf(node, kind),
              m_notes.scanned.values.contains(node.id) ? m_notes.scanned.text() : QString(), node.unknown, false, level, extra}});
    }

    QString displayed(const Node& node, Kind kind) { return kind == Kind::Search ? chosenLabel(node) : shown(node); }

    static QStringList chosenOf(const Node& node, Kind kind)
    {
        if (kind == Kind::ChoiceMany || kind == Kind::SearchMany || kind == Kind::Rank)
            return node.value.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        return node.value.isEmpty() ? QStringList() : QStringList{node.value};
    }

    /// What is offered, where all of it is shown; a ranking in its own order.
    QVariantList choicesOf(const Node& node, Kind kind) const
    {
        QVariantList choices;
        if (kind != Kind::ChoiceOne && kind != Kind::ChoiceMany && kind != Kind::Rank)
            return choices;
        std::vector<forms::Choice> offered = m_session.choices(node.id);
        if (kind == Kind::Rank) {
            const QStringList order = chosenOf(node, kind);
            const auto place = [&](const forms::Choice& choice) { return static_cast<std::size_t>(order.indexOf(choice.value)); }; // -1: behind all
            std::stable_sort(offered.begin(), offered.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
        }
        for (const forms::Choice& choice : offered) {
            QVariantMap one{{QStringLiteral("value"), choice.value}, {QStringLiteral("label"), choice.label.text}};
            if (const QString picture = FormPictures::source(m_session.form(), choice.label.image); !picture.isEmpty())
                one[QStringLiteral("picture")] = picture;
            choices.append(one);
        }
        return choices;
    }

    void addPicture(QVariantMap& extra, const Node& node) const
    {
        using Size = AttachmentPictures::Size;
        const bool preparing = m_notes.preparing.contains(node.id);
        extra[QStringLiteral("preparing")] = preparing;
        if (node.value.isEmpty() || preparing)
            return;
        extra[QStringLiteral("picture")] = AttachmentPictures::source(m_notes.conversation, node.value, Size::Small);
        extra[QStringLiteral("wholePicture")] = AttachmentPictures::source(m_notes.conversation, node.value, Size::Whole);
    }

    void addFile(QVariantMap& extra, const Node& node) const
    {
        extra[QStringLiteral("preparing")] = m_notes.preparing.contains(node.id);
        if (node.value.isEmpty())
            return;
        const auto said = m_notes.files.find(node.value);
        extra[QStringLiteral("fileName")] = shownFileName(node.value);
        extra[QStringLiteral("fileDetail")] = said == m_notes.files.end() ? QString() : said->second;
        extra[QStringLiteral("glyph")] = fileGlyph(node.value);
        extra[QStringLiteral("media")] = PlaybackController::sourceOf(m_notes.conversation, node.value);
    }

    /// The last answer of this person as words; empty where none is offered. What is one touch anyway, a day or a picture is not.
    QString lastText(const Node& node, Kind kind) const
    {
        Node last = node;
        last.value = lastAnswer(m_notes.last, node);
        const bool offered = (kind == Kind::Text && node.type != forms::DataType::Barcode && !looksMasked(node)) || kind == Kind::Multiline ||
                             kind == Kind::Integer || kind == Kind::Decimal || kind == Kind::Counter;
        if (offered || last.value.isEmpty())
            return shown(last).simplified();
        if (kind != Kind::Search && kind != Kind::SearchMany && kind != Kind::ChoiceMany)
            return {};
        QStringList labels;
        for (const QString& value : kind == Kind::Search ? QStringList{last.value} : last.value.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const auto choice = m_session.choice(node.id, value);
            if (!choice)
                return {}; // it is no longer there
            labels.append(choice->label.text);
        }
        return labels.join(QStringLiteral(", "));
    }

    static bool looksMasked(const Node& node)
    {
        return node.appearances.contains(QLatin1String("masked")) || node.appearances.contains(QLatin1String("hidden-answer"));
    }

    /// What was measured before, and what is still to be said of the value.
    void addMeasured(QVariantMap& extra, const Node& node)
    {
        if (m_notes.showRequired && wantsReason(node))
            extra[QStringLiteral("reasonProblem")] = Words::tr("Please say why.");
        const auto saved = m_notes.earlier ? m_session.savedTo(node.id) : std::nullopt;
        if (!saved || saved->list != QLatin1String("measurements") || saved->property != QLatin1String("value"))
            return;
        const auto& row = saved->properties;
        const auto text = [&](const char* name) {
            const auto found = row.find(QString::fromLatin1(name));
            return found == row.end() ? QString() : found->second;
        };
        const Measurement now = measurementOf(node);
        const QVariantMap earlier = m_notes.earlier->of(text("machine_id"), text("quantity"), now, m_notes.now);
        if (!earlier.isEmpty())
            extra[QStringLiteral("earlier")] = earlier;
        addFirst(extra, {text("machine_id"), text("quantity")}, now);
    }

    /// What a folded repetition has measured: it is the first value of those after it.
    void noteMeasured(NodeId instance)
    {
        for (const NodeId child : m_session.children(instance)) {
            const auto saved = m_session.savedTo(child);
            if (!saved || saved->list != QLatin1String("measurements") || saved->property != QLatin1String("value"))
                continue;
            const auto text = [&](const char* name) {
                const auto found = saved->properties.find(QString::fromLatin1(name));
                return found == saved->properties.end() ? QString() : found->second;
            };
            bool measured = false;
            const double value = text("value").toDouble(&measured);
            if (measured)
                m_first.try_emplace({text("machine_id"), text("quantity")}, value);
        }
    }

    /// Where this conversation has measured the same before, as before a repair.
    void addFirst(QVariantMap& extra, const std::pair<QString, QString>& what, const Measurement& now)
    {
        if (const auto before = m_first.find(what); before != m_first.end() && !what.second.isEmpty()) {
            Measurement first = now;
            first.value = before->second;
            extra[QStringLiteral("first")] = Words::tr("first %1", "the value before the repair").arg(measuredText(before->second, now.unit));
            extra[QStringLiteral("placeFirst")] = now.place(before->second);
            extra[QStringLiteral("firstOut")] = first.isBeyond();
        } else if (now.value) {
            m_first[what] = *now.value;
        }
    }

    QStringList namesOf(const Node& node, const QStringList& values) const
    {
        QStringList names;
        for (const QString& value : values) {
            const auto choice = m_session.choice(node.id, value);
            names.append(choice && !choice->label.text.isEmpty() ? choice->label.text : value);
        }
        return names;
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
    std::map<std::pair<QString, QString>, double> m_first; ///< of what was measured so far, by machine and quantity
};

} // namespace

QList<QByteArray> questionRoles()
{
    return {"nodeId",  "name",    "kind",   "label",      "hint",   "value",   "display",   "required", "readonly",
            "problem", "choices", "chosen", "inputHints", "origin", "unknown", "removable", "level",    "extra"};
}

QString problemOf(const Node& node, const AnswerNotes& notes)
{
    if (const auto refused = notes.refused.find(node.id); refused != notes.refused.end())
        return refused->second.problem;
    if (const auto told = notes.told.find(node.id); told != notes.told.end())
        return told->second;
    if (node.id == notes.typing)
        return {};
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

} // namespace rapport::app
