// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/scancontroller.h"

#include "app/conversation/attendee.h"
#include "app/conversation/contactwords.h"
#include "app/conversation/metbefore.h"
#include "app/conversation/sentences.h"
#include "app/conversation/visitor.h"
#include "app/conversation/words.h"
#include "sync/store/store.h"
#include "sync/wire/enrolment.h"

#include <QRegularExpression>
#include <QUrl>

namespace rapport::app
{

ScanController::ScanController(capture::Reader& reader, capture::FrameSource* source, store::Store& store, MachineController& machine, Clock clock,
                               QObject* parent)
    : QObject(parent), m_clock(clock), m_finder(reader, std::move(clock)), m_source(source), m_store(store), m_machine(machine), m_people(store),
      m_fields({"icon", "label", "value"}), m_codes({"corners", "name"})
{
    connect(&m_people, &CandidatesController::changed, this, &ScanController::changed);
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
    connect(&m_finder, &capture::Finder::several, this, &ScanController::ask);
    connect(&m_finder, &capture::Finder::nothing, this, [this] {
        m_sentence = tr("There is no code in this picture that can be read. Try another picture, or type the contact.");
        setState(NothingThere);
    });
    connect(&m_finder, &capture::Finder::failed, this, [this](const Error& error) {
        m_sentence = Sentences::failed(Sentences::Doing::ReadingCode, error);
        setState(m_source && m_source->isLive() && !m_photo ? Looking : NothingThere);
    });
    connect(&m_machine, &MachineController::left, this, [this] {
        if (m_source && !m_photo)
            m_source->advance();
        stop();
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
    m_cardPhoto = {};
    m_people.clear();
    m_met.reset();
    m_sentence.clear();
    forgetCodes();
    m_machine.forget();
    showFields();
    setState(Looking);
    m_finder.look(source, capture::Finder::Take::AskWhich);
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

void ScanController::receive(const QString& text)
{
    clear();
    take({{}, text, {}});
    if (canStart() || m_state == MachineFound)
        Q_EMIT received();
}

void ScanController::offer(const contact::ContactDraft& draft, const QImage& photo)
{
    clear();
    m_cardPhoto = photo;
    judge(draft);
    Q_EMIT received();
}

/// Whatever was looked at is over.
void ScanController::clear()
{
    m_cardPhoto = {};
    m_finder.stop();
    m_photo.reset();
    m_torchOn = false;
    m_frame = {};
    m_outline.clear();
    forgetCodes();
    m_machine.forget();
    m_times = 0;
    Q_EMIT frameChanged();
}

void ScanController::openMet()
{
    if (!m_met)
        return;
    const QString met = m_met->id.text();
    if (m_source && !m_photo)
        m_source->advance();
    stop();
    Q_EMIT openRequested(met);
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
    const Said values = m_people.payload();
    const Acquaintance who = m_people.acquaintance();
    const bool card = m_draft.origin == contact::ContactDraft::Origin::Card;
    if (m_source && !m_photo)
        m_source->advance();
    stop();
    if (card)
        Q_EMIT cardConversationRequested(values, who, std::exchange(m_cardPhoto, {}));
    else
        Q_EMIT conversationRequested(values, who);
}

std::pair<QString, QString> ScanController::knownPlace() const
{
    std::pair<QString, QString> place;
    for (const auto& [key, value] : m_people.payload()) {
        if (key == QLatin1String("contacts.@id"))
            return {QStringLiteral("contacts"), value};
        if (key == QLatin1String("organisations.@id"))
            place = {QStringLiteral("organisations"), value};
    }
    return place;
}

void ScanController::openBriefing()
{
    if (!canBrief())
        return;
    const auto [list, id] = knownPlace();
    Q_EMIT briefingRequested(list, id);
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
    m_people.toggleBest();
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

/// Several codes are in view: a person taps the one that is meant.
void ScanController::ask(const std::vector<capture::Code>& codes, const QImage& picture)
{
    m_frame = picture;
    Q_EMIT frameChanged();
    m_several = codes;
    std::vector<RowModel::Row> rows;
    for (const capture::Code& code : codes) {
        const QVariantList corners(code.points.begin(), code.points.end());
        rows.push_back({QString::number(rows.size()), {corners, ContactWords::shownName(draftOf(code).contact)}});
    }
    m_codes.show(std::move(rows));
    setState(Choosing);
}

void ScanController::choose(int index)
{
    if (m_state != Choosing || index < 0 || index >= static_cast<int>(m_several.size()))
        return;
    const capture::Code chosen = m_several[static_cast<std::size_t>(index)];
    forgetCodes();
    m_times = 1;
    take(chosen);
}

void ScanController::forgetCodes()
{
    m_several.clear();
    m_codes.show({});
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
    if (m_machine.take(code.text))
        setState(MachineFound);
    else
        judge(draftOf(code));
}

contact::ContactDraft ScanController::draftOf(const capture::Code& code) const
{
    return badgeReading(m_store).read(code.text);
}

void ScanController::judge(contact::ContactDraft draft)
{
    m_draft = std::move(draft);
    const bool listed = resolveByList(m_store, m_draft);
    m_people.look(contact::payload(m_draft), m_draft.contact,
                  m_draft.origin == contact::ContactDraft::Origin::Card ? CandidatesController::From::Card : CandidatesController::From::Badge);
    m_met = metToday(m_store, m_draft.contact, m_clock());
    m_sentence = m_times > 1 ? tr("Read %n time(s).", "", m_times) : listed ? tr("Found in the organiser's list.") : QString();
    showFields();
    setState(ContactWords::namesSomebody(m_draft.contact) ? Found : NotUnderstood);
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
        if (const QString hint = hintText(m_finder.hint()); m_sentence.isEmpty())
            return hint.isEmpty() ? tr("Hold the badge into the frame.") : hint;
        return m_sentence;
    case Found:
        return tr("Read from the badge.");
    case NotUnderstood:
        return tr("This code names nobody.");
    case Choosing:
        return tr("Tap the one you mean.");
    case Idle:
    case NothingThere:
    case NoSource:
    case MachineFound:
        break;
    }
    return {};
}

QString ScanController::hintText(capture::Finder::Hint hint)
{
    switch (hint) {
    case capture::Finder::Hint::TooDark:
        return tr("Too dark");
    case capture::Finder::Hint::Closer:
        return tr("Closer");
    case capture::Finder::Hint::HoldStill:
        return tr("Hold still");
    case capture::Finder::Hint::None:
        break;
    }
    return {};
}

QString ScanController::initials() const
{
    return initialsOf(ContactWords::nameOf(m_draft.contact));
}

QString ScanController::personName() const
{
    if (m_state == NoSource)
        return tr("No camera");
    if (m_state == NothingThere)
        return tr("No code found");
    if (!canStart())
        return {};
    return ContactWords::shownName(m_draft.contact);
}

QString ScanController::originText() const
{
    return m_draft.origin == contact::ContactDraft::Origin::Card ? tr("Read from the card") : tr("Read from badge");
}

QString ScanController::metText() const
{
    return m_met ? tr("You have met today, at %1.").arg(clockText(m_met->startedAt, m_clock())) : QString();
}

QString ScanController::metAction() const
{
    if (!m_met)
        return {};
    return m_met->state == store::ConversationState::Draft ? tr("Continue that conversation") : tr("Open that conversation");
}

QString ScanController::matchText() const
{
    const Candidate* best = m_people.best();
    if (m_state != Found)
        return {};
    if (!best)
        return tr("No one with this name or e-mail on this tablet.");
    const Choice& choice = m_people.acquaintance().choice;
    const Candidate* chosen = m_people.chosen();
    if (!chosen)
        return best->isPerson() ? tr("This may be %1 (%2).").arg(best->who(), best->because())
                                : tr("The firm may be %1 (%2).").arg(best->who(), best->because());
    if (choice.who == Choice::Who::Person)
        return tr("Known here: %1.").arg(chosen->who());
    return tr("Someone new of %1.").arg(chosen->isPerson() ? chosen->detail : chosen->who());
}

QString ScanController::chooseText() const
{
    if (!chosen())
        return m_people.actionText();
    return matchChosen() ? tr("Not the same person") : tr("Keep apart");
}

} // namespace rapport::app
