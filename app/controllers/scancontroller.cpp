// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/scancontroller.h"

#include "app/conversation/sentences.h"
#include "app/conversation/words.h"
#include "sync/store/store.h"
#include "sync/wire/enrolment.h"

#include <QRegularExpression>
#include <QUrl>

namespace rapport::app
{

namespace
{

QString nameOf(const contact::Contact& contact)
{
    const QString parts = QStringList{contact.prefix, contact.givenName, contact.familyName}.join(QLatin1Char(' ')).simplified();
    return parts.isEmpty() ? contact.fullName.simplified() : parts;
}

} // namespace

ScanController::ScanController(capture::Reader& reader, capture::FrameSource* source, store::Store& store, Clock clock, QObject* parent)
    : QObject(parent), m_finder(reader, std::move(clock)), m_source(source), m_store(store), m_fields({"icon", "label", "value"})
{
    connect(&m_finder, &capture::Finder::shown, this, [this](const QImage& picture) {
        m_frame = picture;
        Q_EMIT frameChanged();
    });
    connect(&m_finder, &capture::Finder::hintChanged, this, &ScanController::changed);
    connect(&m_finder, &capture::Finder::found, this, [this](const capture::Code& code, const QImage& picture, int times) {
        m_frame = picture;
        Q_EMIT frameChanged();
        m_times = times;
        take(code);
    });
    connect(&m_finder, &capture::Finder::nothing, this, [this] {
        m_sentence = tr("There is no code in this picture that can be read. Try another picture, or type the contact.");
        setState(NothingThere);
    });
    connect(&m_finder, &capture::Finder::failed, this, [this](const Error& error) {
        m_sentence = Sentences::failed(Sentences::Doing::ReadingCode, error);
        setState(m_source && m_source->isLive() && !m_photo ? Looking : NothingThere);
    });
    if (!source)
        return;
    connect(source, &capture::FrameSource::unavailable, this, &ScanController::refuse);
    connect(source, &capture::FrameSource::abilitiesChanged, this, &ScanController::changed);
}

void ScanController::start()
{
    m_finder.stop();
    m_photo.reset();
    if (m_source)
        look(*m_source);
    else
        refuse({Error::Kind::NotFound, {}});
}

void ScanController::look(capture::FrameSource& source)
{
    m_outline.clear();
    m_draft = {};
    m_match = {};
    m_sentence.clear();
    showFields();
    setState(Looking);
    m_finder.look(source);
}

void ScanController::readPhoto(const QUrl& file)
{
    m_finder.stop();
    m_torchOn = false;
    m_photo = capture::makeFileSource(file.toLocalFile());
    connect(m_photo.get(), &capture::FrameSource::unavailable, this, [this] {
        m_sentence = Sentences::failed(Sentences::Doing::ReadingCode, {Error::Kind::Corrupt, {}});
        setState(NothingThere);
    });
    look(*m_photo);
}

/// There is nothing to look through.
void ScanController::refuse(const Error& error)
{
    m_finder.stop();
    m_torchOn = false;
    m_frame = {};
    Q_EMIT frameChanged();
    m_sentence = Sentences::failed(Sentences::Doing::ReadingPictures, error);
    setState(NoSource);
}

void ScanController::stop()
{
    m_finder.stop();
    m_photo.reset();
    m_torchOn = false;
    setState(Idle);
}

void ScanController::scanNext()
{
    if (m_source && !m_photo && m_state != Idle)
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
    if (m_source && !m_photo)
        m_source->advance();
    stop();
    Q_EMIT conversationRequested(values);
}

void ScanController::typeInstead()
{
    stop();
    Q_EMIT typingRequested();
}

void ScanController::toggleMatch()
{
    if (!canChoose())
        return;
    m_match.certain = !m_match.certain;
    Q_EMIT changed();
}

bool ScanController::hasTorch() const
{
    return m_state == Looking && !m_photo && m_source && m_source->hasTorch();
}

bool ScanController::canFlip() const
{
    return m_state == Looking && !m_photo && m_source && m_source->canFlip();
}

void ScanController::toggleTorch()
{
    if (!hasTorch())
        return;
    m_torchOn = !m_torchOn;
    m_source->setTorch(m_torchOn ? capture::FrameSource::Torch::On : capture::FrameSource::Torch::Off);
    Q_EMIT changed();
}

void ScanController::flip()
{
    if (!canFlip())
        return;
    m_torchOn = false;
    m_source->flip();
    Q_EMIT changed();
}

void ScanController::take(const capture::Code& code)
{
    if (wire::parseInvitation(code.text)) {
        if (m_source && !m_photo)
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
        m_outline.append(point);
    QString country;
    if (const auto occasion = m_store.occasion(); occasion && *occasion)
        country = (**occasion)[QLatin1String("country")].toString();
    m_draft = capture::draftFromCode(code, country);
    m_match = matchOf(m_draft.contact);
    m_sentence = m_times > 1 ? tr("Read %n time(s).", "", m_times) : QString();
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
    const auto matchFrom = [this](const store::Entity& entity, bool byKey) {
        Match match{entity.id, entity.label, {}, byKey, byKey};
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
        return m_sentence.isEmpty() ? hintText() : m_sentence;
    case Found:
        return tr("Read from the badge.");
    case NotUnderstood:
        return tr("This code names nobody.");
    case Idle:
    case NothingThere:
    case NoSource:
        break;
    }
    return {};
}

QString ScanController::hintText() const
{
    switch (m_finder.hint()) {
    case capture::Finder::Hint::TooDark:
        return tr("Too dark");
    case capture::Finder::Hint::Closer:
        return tr("Closer");
    case capture::Finder::Hint::HoldStill:
        return tr("Hold still");
    case capture::Finder::Hint::None:
        break;
    }
    return tr("Hold the badge into the frame.");
}

QString ScanController::initials() const
{
    return initialsOf(nameOf(m_draft.contact));
}

QString ScanController::personName() const
{
    if (m_state == NoSource)
        return tr("No camera");
    if (m_state == NothingThere)
        return tr("No code found");
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
