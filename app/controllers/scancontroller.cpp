// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/scancontroller.h"

#include "app/conversation/sentences.h"
#include "app/conversation/words.h"
#include "sync/store/store.h"
#include "sync/wire/enrolment.h"

#include <QRegularExpression>
#include <QTimer>
#include <QUrl>

namespace rapport::app
{

namespace
{

constexpr qint64 sameCodeMs = 2'000;

QString nameOf(const contact::Contact& contact)
{
    const QString parts = QStringList{contact.prefix, contact.givenName, contact.familyName}.join(QLatin1Char(' ')).simplified();
    return parts.isEmpty() ? contact.fullName.simplified() : parts;
}

} // namespace

ScanController::ScanController(capture::Reader& reader, capture::FrameSource* source, store::Store& store, Clock clock, QObject* parent)
    : QObject(parent), m_reader(reader), m_source(source), m_store(store), m_clock(std::move(clock)), m_fields({"icon", "label", "value"})
{
    connect(&reader, &capture::Reader::finished, this, [this](quint64 request, const capture::ReadResult& result) {
        if (request != m_request)
            return;
        m_request = 0;
        takeCodes(result.codes);
    });
    connect(&reader, &capture::Reader::failed, this, [this](quint64 request, const Error& error) {
        if (request != m_request)
            return;
        m_request = 0;
        m_sentence = Sentences::failed(Sentences::Doing::ReadingCode, error);
        Q_EMIT changed();
    });
    if (!source)
        return;
    connect(source, &capture::FrameSource::frame, this, &ScanController::takeFrame);
    connect(source, &capture::FrameSource::unavailable, this, [this](const Error& error) {
        m_sentence = Sentences::failed(Sentences::Doing::ReadingPictures, error);
        setState(NoSource);
    });
}

void ScanController::start()
{
    m_outline.clear();
    m_draft = {};
    m_match = {};
    m_sentence.clear();
    showFields();
    if (!m_source) {
        m_sentence = Sentences::failed(Sentences::Doing::ReadingPictures, {Error::Kind::NotFound, {}});
        setState(NoSource);
        return;
    }
    setState(Looking);
    m_source->start();
}

void ScanController::stop()
{
    if (m_source)
        m_source->stop();
    if (m_request)
        m_reader.cancel(m_request);
    m_request = 0;
    setState(Idle);
}

void ScanController::scanNext()
{
    if (m_source && m_state != Idle)
        m_source->advance();
    start();
}

void ScanController::startConversation()
{
    if (!canStart())
        return;
    auto values = contact::payload(m_draft);
    if (m_match.certain)
        values.insert(values.begin(), {QStringLiteral("contacts.@id"), m_match.id});
    if (m_source)
        m_source->advance();
    stop();
    Q_EMIT conversationRequested(values);
}

void ScanController::typeInstead()
{
    stop();
    Q_EMIT typingRequested();
}

/// One picture at a time: what comes while the reader is busy is let go.
void ScanController::takeFrame(const QImage& picture)
{
    if (m_state != Looking || m_request)
        return;
    m_frame = picture;
    Q_EMIT frameChanged();
    m_request = m_reader.read(picture);
}

void ScanController::takeCodes(const std::vector<capture::Code>& codes)
{
    if (m_state != Looking)
        return;
    if (codes.empty()) {
        m_sentence = tr("No code found in this picture.");
        Q_EMIT changed();
        return;
    }
    const capture::Code& code = codes.front();
    const QDateTime now = m_clock();
    if (code.text == m_lastText && m_lastAt.isValid() && m_lastAt.msecsTo(now) < sameCodeMs) {
        QTimer::singleShot(sameCodeMs, this, [this] { // whoever still holds it there means it
            if (m_state == Looking)
                m_source->start();
        });
        return;
    }
    m_times = code.text == m_lastText ? m_times + 1 : 1;
    m_lastText = code.text;
    m_lastAt = now;
    if (wire::parseInvitation(code.text)) {
        m_source->advance();
        stop();
        Q_EMIT invitationFound(code.text);
        return;
    }
    understand(code);
}

void ScanController::understand(const capture::Code& code)
{
    for (const QPointF& point : code.points)
        m_outline.append(QPointF(point.x() / qMax(1, m_frame.width()), point.y() / qMax(1, m_frame.height())));
    QString country;
    if (const auto occasion = m_store.occasion(); occasion && *occasion)
        country = (**occasion)[QLatin1String("country")].toString();
    m_draft = capture::draftFromCode(code, country);
    m_match = matchOf(m_draft.contact);
    m_sentence = m_times > 1 ? tr("Read %n time(s).", "", m_times) : QString();
    m_source->stop();
    showFields();
    const contact::Contact& contact = m_draft.contact;
    const bool someone = !nameOf(contact).isEmpty() || !contact.emails.isEmpty() || !contact.badgeId.isEmpty() || !contact.organisation.isEmpty();
    setState(someone ? Found : NotUnderstood);
}

ScanController::Match ScanController::matchOf(const contact::Contact& contact) const
{
    const auto first = [this](const char* property, const QString& value) -> std::optional<store::Entity> {
        if (value.isEmpty())
            return {};
        const auto found = m_store.findEntities(QStringLiteral("contacts"), QString::fromLatin1(property), value);
        return found && !found->empty() ? std::optional(found->front()) : std::nullopt;
    };
    const auto matchFrom = [this](const store::Entity& entity, bool certain) {
        Match match{entity.id, entity.label, {}, certain};
        const auto organisation = entity.properties.find(QStringLiteral("organisation_id"));
        if (organisation != entity.properties.end() && !organisation->second.isEmpty()) {
            const auto firm = m_store.entity(QStringLiteral("organisations"), organisation->second);
            match.organisation = firm && *firm ? (*firm)->label : QString();
        }
        return match;
    };
    if (const auto byBadge = first("badge_id", contact.badgeId))
        return matchFrom(*byBadge, true);
    for (const QString& email : contact.emails) {
        if (const auto byEmail = first("email", email.trimmed().toLower()))
            return matchFrom(*byEmail, true);
    }
    const auto namesakes = contact.familyName.isEmpty()
                               ? Result<std::vector<store::Entity>>(std::vector<store::Entity>{})
                               : m_store.findEntities(QStringLiteral("contacts"), QStringLiteral("family_name"), contact.familyName);
    for (const store::Entity& entity : namesakes.value_or({})) {
        const auto given = entity.properties.find(QStringLiteral("given_name"));
        if (given != entity.properties.end() && given->second.compare(contact.givenName, Qt::CaseInsensitive) == 0)
            return matchFrom(entity, false);
    }
    return {};
}

void ScanController::showFields()
{
    const contact::Contact& contact = m_draft.contact;
    std::vector<RowModel::Row> rows;
    const auto add = [&rows](const char* icon, const QString& label, const QString& value) {
        if (!value.isEmpty())
            rows.push_back({QString::number(rows.size()), {QString::fromLatin1(icon), label, value}});
    };
    add("domain", tr("Company"), contact.organisation);
    add("briefcase", tr("Department"), contact.department);
    for (const contact::Phone& phone : contact.phones) {
        const bool mobile = phone.kind == contact::Phone::Kind::Mobile;
        add(mobile ? "cellphone" : "phone", mobile ? tr("Mobile") : tr("Telephone"), phone.number);
    }
    for (const QString& email : contact.emails)
        add("email", tr("E-mail"), email);
    add("home", tr("Address"),
        QStringList{contact.street, QStringList{contact.postcode, contact.city}.join(QLatin1Char(' ')).trimmed(), contact.country}
            .filter(QRegularExpression(QStringLiteral(".")))
            .join(QStringLiteral(", ")));
    add("qrcode", tr("Badge number"), contact.badgeId);
    for (const QString& url : contact.urls)
        add("link-variant", tr("Link, not opened"), url);
    add("message-text", tr("On the badge"), contact.note.left(400));
    m_fields.show(std::move(rows));
}

void ScanController::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

QString ScanController::guidance() const
{
    switch (m_state) {
    case Looking:
        return tr("Hold the badge into the frame.");
    case Found:
        return tr("Read from the badge.");
    case NotUnderstood:
        return tr("This code names nobody.");
    case Idle:
    case NoSource:
        break;
    }
    return {};
}

QString ScanController::initials() const
{
    return initialsOf(nameOf(m_draft.contact));
}

QString ScanController::personName() const
{
    if (m_state == NoSource)
        return tr("No camera");
    if (!canStart())
        return {};
    const contact::Contact& contact = m_draft.contact;
    if (const QString name = nameOf(contact); !name.isEmpty())
        return name;
    if (!contact.badgeId.isEmpty())
        return tr("Badge %1").arg(contact.badgeId);
    if (!contact.emails.isEmpty())
        return contact.emails.front();
    if (!contact.organisation.isEmpty())
        return contact.organisation;
    return contact.urls.isEmpty() ? tr("A code without a name") : QUrl::fromUserInput(contact.urls.front()).host();
}

QString ScanController::matchText() const
{
    if (m_state != Found)
        return {};
    if (!known())
        return tr("No one with this name or e-mail on this tablet.");
    const QString who = m_match.organisation.isEmpty() ? m_match.name : QStringLiteral("%1, %2").arg(m_match.name, m_match.organisation);
    return m_match.certain ? tr("Known here: %1.").arg(who) : tr("This may be %1.").arg(who);
}

} // namespace rapport::app
