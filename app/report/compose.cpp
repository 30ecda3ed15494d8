// SPDX-License-Identifier: Apache-2.0
#include "app/report/compose.h"

#include "app/conversation/formshelf.h"
#include "app/conversation/sections.h"
#include "app/report/teller.h"
#include "app/report/values.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>
#include <QRegularExpression>

namespace rapport::report
{

using forms::FormSession;
using forms::Node;
using forms::NodeId;
using forms::NodeKind;

namespace
{

constexpr qsizetype longestFact = 200;

/// Whom and what the conversation is about, as far as this audience may read it.
struct Subject {
    QString person, organisation, machine, place;
};

class Composer
{
public:
    Composer(store::Store& store, const FormSession& session, const Record& record, const store::Conversation& conversation, Audience audience,
             const Speech& speech)
        : m_store(store), m_session(session), m_record(record), m_conversation(conversation), m_audience(audience), m_speech(speech)
    {
        if (const auto occasion = store.occasion(); occasion && *occasion && (**occasion)[QLatin1String("id")].toString() == conversation.occasionId)
            m_occasion = **occasion;
        m_subject = subject();
    }

    Content content() const
    {
        const forms::Form& form = m_session.form();
        const bool shown = m_audience == Audience::Internal || form.visibility() == forms::Visibility::Shared;
        const QJsonObject branding = m_occasion[QLatin1String("branding")].toObject();
        Content out;
        out.title = shown ? printable(form.title()) : m_speech.say(QT_TRANSLATE_NOOP("Report", "Report"));
        out.issuer = printable(branding[QLatin1String("exhibitor")].toString()).left(longestFact);
        out.accent = branding[QLatin1String("color")].toString();
        out.customer = m_subject.organisation.isEmpty() ? m_subject.person : m_subject.organisation;
        out.language = m_speech.code();
        out.audience = m_audience;
        out.facts = facts();
        out.parts = parts(out.title);
        out.form = m_speech.say(QT_TRANSLATE_NOOP("Report", "%1, version %2")).arg(form.id(), form.version());
        out.conversation = m_session.instanceId().remove(QStringLiteral("uuid:"));
        out.fileName = fileNameOf(local(m_conversation.startedAt).date(), out.customer, out.title);
        return out;
    }

private:
    bool allows(const Node& node) const { return Teller(m_session, m_record, m_audience, m_speech, {}, {}).tells(node); }

    /// What the question says that takes this payload; empty where it is not for this audience.
    QString answerTo(const char* key) const
    {
        for (const forms::PayloadTarget& target : m_session.form().payloadTargets()) {
            if (target.key != QLatin1String(key))
                continue;
            const auto found = m_session.find(target.nodeset);
            if (const Node node = found ? m_record.node(m_session, *found) : Node(); found && allows(node))
                return printable(node.value).simplified().left(longestFact);
        }
        return {};
    }

    std::optional<store::Entity> machine() const
    {
        if (const QString id = answerTo("machines.@id"); !id.isEmpty())
            return m_store.entity(QStringLiteral("machines"), id).value_or(std::nullopt);
        const QString serial = answerTo("machines.serial");
        if (serial.isEmpty())
            return {};
        const auto found = m_store.findEntities(QStringLiteral("machines"), QStringLiteral("serial"), serial);
        return found && !found->empty() ? std::optional(found->front()) : std::nullopt;
    }

    static QString property(const store::Entity& entity, const char* name)
    {
        const auto found = entity.properties.find(QLatin1String(name));
        return found == entity.properties.end() ? QString() : printable(found->second).simplified().left(longestFact);
    }

    Subject subject() const
    {
        Subject out;
        out.person = QStringLiteral("%1 %2").arg(answerTo("contacts.given_name"), answerTo("contacts.family_name")).trimmed();
        out.organisation = answerTo("organisations.legal_name");
        out.place = QStringList{m_occasion[QLatin1String("title")].toString(), m_occasion[QLatin1String("place")].toString()}
                        .filter(QRegularExpression(QStringLiteral("\\S")))
                        .join(QStringLiteral(", "));
        const auto known = machine();
        if (!known)
            return out;
        out.machine = QStringList{known->label, property(*known, "serial")}.join(QStringLiteral(" · "));
        const auto owner = m_store.entity(QStringLiteral("organisations"), property(*known, "organisation_id"));
        const bool owned = owner && *owner;
        if (owned && out.organisation.isEmpty())
            out.organisation = printable((*owner)->label).left(longestFact);
        out.place = property(*known, "location"); // work at a machine is done where it stands, not at the stand
        if (out.place.isEmpty() && owned)
            out.place = QStringList{property(**owner, "street"),
                                    QStringLiteral("%1 %2").arg(property(**owner, "postcode"), property(**owner, "city")).trimmed()}
                            .filter(QRegularExpression(QStringLiteral("\\S")))
                            .join(QStringLiteral(", "));
        return out;
    }

    /// On the clock of the tablet at that time: the record tells its distance from UTC.
    QDateTime local(const QDateTime& at) const
    {
        for (const NodeId id : m_session.children(m_session.root())) {
            const Node node = m_session.node(id);
            if (node.kind != NodeKind::Value || node.type != forms::DataType::DateTime)
                continue;
            const QDateTime stamp = QDateTime::fromString(node.value, Qt::ISODateWithMs);
            if (stamp.isValid() && stamp.timeSpec() != Qt::LocalTime)
                return at.toOffsetFromUtc(stamp.offsetFromUtc());
        }
        return at.toLocalTime().toOffsetFromUtc(at.toLocalTime().offsetFromUtc());
    }

    QString moments() const
    {
        const QDateTime from = local(m_conversation.startedAt);
        const QString zone = from.offsetFromUtc() == 0 ? QStringLiteral("UTC") : QStringLiteral("UTC") + from.toString(QStringLiteral("t")).mid(3);
        QString text = m_speech.moment(from);
        if (m_conversation.finishedAt) {
            const QDateTime to = local(*m_conversation.finishedAt);
            if (const bool sameDay = to.date() == from.date(); !sameDay || m_speech.time(to.time()) != m_speech.time(from.time()))
                text += QStringLiteral(" – ") + (sameDay ? m_speech.time(to.time()) : m_speech.moment(to));
        }
        return QStringLiteral("%1 (%2)").arg(text, zone);
    }

    std::vector<Fact> facts() const
    {
        std::vector<Fact> all{
            {m_speech.say(QT_TRANSLATE_NOOP("Report", "Customer")), m_subject.organisation},
            {m_speech.say(QT_TRANSLATE_NOOP("Report", "Contact person")), m_subject.person},
            {m_speech.say(QT_TRANSLATE_NOOP("Report", "Machine")), m_subject.machine},
            {m_speech.say(QT_TRANSLATE_NOOP("Report", "Date and time")), moments()},
            {m_speech.say(QT_TRANSLATE_NOOP("Report", "Place")), m_subject.place},
            {m_speech.say(QT_TRANSLATE_NOOP("Report", "Carried out by")), printable(m_conversation.author).left(longestFact)},
        };
        std::erase_if(all, [](const Fact& fact) { return fact.value.trimmed().isEmpty(); });
        return all;
    }

    /// A section is called after its group, where this audience may read that.
    QString titleOf(const app::Section& section) const
    {
        if (section.nodes.empty())
            return {};
        const Node first = m_session.node(section.nodes.front());
        Node around = section.repeated ? first : m_session.node(first.parent);
        while (around.kind == NodeKind::Group && (!around.label || around.label->text.isEmpty()))
            around = m_session.node(around.parent);
        return around.kind != NodeKind::Form && allows(around) ? printable(section.title) : QString();
    }

    std::vector<Part> parts(const QString& title) const
    {
        const auto rowLabel = [this](const QString& list, const QString& id) {
            const auto row = m_store.entity(list, id);
            return row && *row ? (*row)->label : QString();
        };
        Teller teller(m_session, m_record, m_audience, m_speech, rowLabel, m_subject.person);
        std::vector<Part> all;
        for (const app::Section& section : app::sectionsOf(m_session)) {
            if (section.repeated)
                teller.addSeries(m_session.node(section.nodes.front()));
            else
                for (const NodeId node : section.nodes)
                    teller.add(node);
            std::vector<Block> blocks = teller.take();
            if (blocks.empty())
                continue;
            const QString named = titleOf(section);
            if (!all.empty() && (section.part > 0 || named.isEmpty()) && all.back().title == named) // one that was cut for the screen
                std::move(blocks.begin(), blocks.end(), std::back_inserter(all.back().blocks));
            else
                all.push_back({named == title ? QString() : named, std::move(blocks)});
        }
        return all;
    }

    store::Store& m_store;
    const FormSession& m_session;
    const Record& m_record;
    const store::Conversation& m_conversation;
    const Audience m_audience;
    const Speech& m_speech;
    QJsonObject m_occasion; ///< empty where it is another one's
    Subject m_subject;
};

/// "de" of "Deutsch (de)" or "de".
QString codeOf(const QString& language)
{
    const qsizetype open = language.lastIndexOf(QLatin1Char('('));
    return (open < 0 ? language : language.mid(open + 1).chopped(1)).trimmed();
}

QString nameOf(const QString& language)
{
    const qsizetype open = language.lastIndexOf(QLatin1Char('('));
    return open > 0 ? language.left(open).trimmed() : language;
}

} // namespace

std::vector<ReportLanguage> languagesOf(const forms::Form& form)
{
    std::vector<ReportLanguage> all;
    for (const QString& language : form.languages()) {
        if (language != QLatin1String("default"))
            all.push_back({codeOf(language), nameOf(language)});
    }
    if (all.empty())
        all = {{QStringLiteral("en"), QStringLiteral("English")},
               {QStringLiteral("de"), QStringLiteral("Deutsch")},
               {QStringLiteral("id"), QStringLiteral("Bahasa Indonesia")}};
    return all;
}

Result<std::vector<ReportLanguage>> languagesOf(store::Store& store, store::ConversationId id)
{
    const auto conversation = store.conversation(id);
    const auto form =
        conversation ? app::loadForm(store, conversation->formId, conversation->formVersion) : Result<app::SharedForm>(conversation.error());
    return form ? languagesOf(**form) : Result<std::vector<ReportLanguage>>(form.error());
}

Result<Content> compose(store::Store& store, const Request& request)
{
    const auto conversation = store.conversation(request.conversation);
    if (!conversation)
        return conversation.error();
    if (conversation->state == store::ConversationState::Draft)
        return Error{Error::Kind::Invalid, QStringLiteral("conversation %1 is not finished").arg(request.conversation.text())};
    const auto xml = store.instance(request.conversation);
    if (!xml)
        return xml.error();
    const auto form = app::loadForm(store, conversation->formId, conversation->formVersion);
    if (!form)
        return form.error();
    auto session = FormSession::restore(*form, *xml, {});
    if (!session)
        return session.error();
    if (const QString language = app::formLanguage((*form)->languages(), request.language); !language.isEmpty())
        (void)(*session)->setLanguage(language); // it is one of the form's own
    const Speech speech(request.language);
    const Record record(*xml);
    Content content = Composer(store, **session, record, *conversation, request.audience, speech).content();
    content.sha256 = QString::fromLatin1(QCryptographicHash::hash(*xml, QCryptographicHash::Sha256).toHex());
    return content;
}

QString fileNameOf(const QDate& date, const QString& customer, const QString& title)
{
    constexpr qsizetype longestPart = 60;
    static const QRegularExpression odd(QStringLiteral("[^\\p{L}\\p{N}\\p{M} .,&+'()_-]"));
    const auto plain = [&](QString text) {
        static const QRegularExpression beginning(QStringLiteral("^[ .,-]+"));
        return text.replace(odd, QStringLiteral(" ")).simplified().remove(beginning).left(longestPart).trimmed();
    };
    const QString who = plain(customer), what = plain(title);
    const QString words = who.isEmpty() || what.isEmpty() ? who + what : QStringLiteral("%1 - %2").arg(who, what);
    return QStringLiteral("%1 %2.pdf").arg(date.toString(Qt::ISODate), words).simplified();
}

} // namespace rapport::report
