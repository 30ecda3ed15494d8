// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/conversationcontroller.h"

#include "app/controllers/conversationstate.h"
#include "app/controllers/questionkind.h"
#include "app/controllers/sectionrows.h"
#include "app/controllers/signature.h"
#include "app/controllers/typed.h"
#include "app/conversation/machine.h"
#include "app/conversation/sentences.h"
#include "app/conversation/words.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

namespace rapport::app
{

using forms::Node;
using forms::NodeId;

namespace
{

NodeId idOf(int nodeId)
{
    return {static_cast<quint32>(qMax(0, nodeId))};
}

} // namespace

ConversationController::ConversationController(ConversationParts parts, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(parts)))
{
}

ConversationController::~ConversationController() = default;

void ConversationController::startNew()
{
    startWith({});
}

void ConversationController::startWithCard(const std::vector<std::pair<QString, QString>>& payload, const Acquaintance& who, const QImage& photo)
{
    d->leaveThen([this, payload, who, photo] {
        d->start(formForNewConversation(d->parts.store), payload, Private::From::Card, who);
        if (d->session && !photo.isNull())
            d->keepCardPhoto(photo);
    });
}

void ConversationController::startWith(const std::vector<std::pair<QString, QString>>& payload, const Acquaintance& who)
{
    d->leaveThen([this, payload, who] { d->start(formForNewConversation(d->parts.store), payload, Private::From::Badge, who); });
}

void ConversationController::startWithKnown(const std::vector<std::pair<QString, QString>>& payload)
{
    d->leaveThen([this, payload] { d->start(formForNewConversation(d->parts.store), payload, Private::From::Lists); });
}

void ConversationController::startForm(const QString& formId, const std::vector<std::pair<QString, QString>>& payload)
{
    d->leaveThen([this, formId, payload] { d->start(loadForm(d->parts.store, formId, {}), payload, Private::From::Lists); });
}

void ConversationController::startJob(const QString& jobId, const std::vector<std::pair<QString, QString>>& payload)
{
    d->leaveThen([this, jobId, payload] { d->startJob(jobId, payload); });
}

void ConversationController::startMachine(const std::vector<std::pair<QString, QString>>& payload)
{
    d->leaveThen([this, payload] { d->start(formForMachine(d->parts.store), payload, Private::From::Badge); });
}

void ConversationController::open(const QString& conversationId)
{
    d->leaveThen([this, conversationId] { d->open(store::ConversationId::parse(conversationId)); });
}

bool ConversationController::answer(int nodeId, const QString& value)
{
    if (!d->mayAnswer())
        return false;
    const NodeId id = idOf(nodeId);
    const bool wasTyping = std::exchange(d->notes.typing, {}) == id;
    const Node node = d->session->node(id);
    const Typed typed = understand(node, codeAnswer(*d->form, node, value), d->parts.clock());
    const QString before = d->session->node(id).value;
    if (wasTyping)
        d->show(); // now it may be judged
    if (typed.problem.isEmpty() && typed.value == before && !d->notes.refused.contains(id))
        return true; // a field was left as it was found
    const Status answered = typed.problem.isEmpty() ? d->session->answer(id, typed.value) : ok();
    if (!typed.problem.isEmpty() || !answered) {
        d->notes.refused[id] = {value, typed.problem.isEmpty() ? tr("This answer does not fit.") : typed.problem};
        d->show();
        return false;
    }
    d->accepted(id);
    return true;
}

void ConversationController::keepTyped(int nodeId, const QString& text)
{
    if (!d->mayAnswer())
        return;
    const NodeId id = idOf(nodeId);
    const Typed typed = understand(d->session->node(id), text, d->parts.clock());
    if (!typed.problem.isEmpty() || typed.value == d->session->node(id).value || !d->session->answer(id, typed.value))
        return;
    d->notes.typing = id;
    d->accepted(id);
}

void ConversationController::choose(int nodeId, const QString& value, bool on)
{
    if (!d->mayAnswer())
        return;
    const NodeId id = idOf(nodeId);
    const Node node = d->session->node(id);
    Status answered = ok();
    if (node.kind == forms::NodeKind::SelectMany) {
        QStringList chosen = node.value.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        chosen.removeAll(value);
        if (on)
            chosen.append(value);
        answered = d->session->answerMany(id, chosen);
    } else if (on || !node.required) { // a second tap takes an answer back, but not one that must be there
        answered = d->session->answer(id, on ? value : QString());
    }
    if (!answered)
        return;
    d->accepted(id);
    if (on && node.kind == forms::NodeKind::SelectOne && d->page.isAskedAlone(id))
        next();
}

void ConversationController::setUnknown(int nodeId, bool unknown)
{
    if (d->mayAnswer() && d->session->setUnknown(idOf(nodeId), unknown))
        d->accepted(idOf(nodeId));
}

void ConversationController::giveReason(int nodeId, const QString& reason)
{
    if (d->mayAnswer() && d->session->giveReason(idOf(nodeId), reason))
        d->accepted(idOf(nodeId));
}

void ConversationController::takeLast(int nodeId)
{
    if (d->mayAnswer())
        d->takeLast(idOf(nodeId));
}

void ConversationController::addRepetition(int nodeId)
{
    if (!d->mayAnswer())
        return;
    const auto added = d->session->addRepetition(idOf(nodeId));
    if (!added)
        return;
    d->notes.repetitions.fold(*d->session, *added, true);
    d->accepted(*added);
    if (const int head = d->page.rowOf(*added); head >= 0)
        Q_EMIT questionRequested(head);
}

void ConversationController::fold(int nodeId, bool open)
{
    if (!d->session || d->session->node(idOf(nodeId)).kind != forms::NodeKind::Instance)
        return;
    d->notes.repetitions.fold(*d->session, idOf(nodeId), open);
    d->show();
}

void ConversationController::removeRepetition(int nodeId)
{
    if (d->mayAnswer())
        d->removeRepetition(idOf(nodeId));
}

void ConversationController::answerAll()
{
    if (d->mayAnswer())
        d->answerAll();
}

void ConversationController::undoRemove()
{
    if (d->mayAnswer())
        d->undoRemove();
}

QVariantMap ConversationController::searchChoices(int nodeId, const QString& text)
{
    return d->session ? d->choiceSearch.find(*d->session, idOf(nodeId), text) : QVariantMap();
}

void ConversationController::answerSignature(int nodeId, const QVariantList& strokes, const QSizeF& size)
{
    if (!d->mayAnswer())
        return;
    std::vector<QPolygonF> lines;
    for (const QVariant& stroke : strokes) {
        QPolygonF line;
        const QVariantList points = stroke.toList();
        for (const QVariant& point : points)
            line.append(point.toPointF());
        if (!line.isEmpty())
            lines.push_back(line);
    }
    const QByteArray png = signaturePng(lines, size, signerOf(*d->session, d->session->node(idOf(nodeId)), d->notes.signer));
    if (png.isEmpty())
        (void)answer(nodeId, QString()); // clearing is always understood
    else
        d->attach(idOf(nodeId), {QStringLiteral("png"), QStringLiteral("image/png"), png});
}

void ConversationController::signByName(int nodeId, const QString& name, const QSizeF& size)
{
    if (const QByteArray png = typedSignaturePng(name, size); d->mayAnswer() && !png.isEmpty())
        d->signByName(idOf(nodeId), png);
}

void ConversationController::pickPhoto(int nodeId, const QUrl& file)
{
    if (d->mayAnswer())
        d->pickPhoto(idOf(nodeId), file.toLocalFile());
}

void ConversationController::takePhoto(int nodeId, const QImage& picture)
{
    if (d->mayAnswer())
        d->takePhoto(idOf(nodeId), picture);
}

void ConversationController::draw(int nodeId, const QVariant& drawing)
{
    if (d->mayAnswer() && drawing.canConvert<Drawing>())
        d->draw(idOf(nodeId), drawing.value<Drawing>());
}

void ConversationController::pickFile(int nodeId, const QUrl& file)
{
    if (d->mayAnswer())
        d->pickFile(idOf(nodeId), file.toLocalFile());
}

void ConversationController::keepRecording(int nodeId, const QByteArray& sound, const QString& sentence)
{
    if (d->mayAnswer())
        d->keepRecording(idOf(nodeId), sound, sentence);
}

void ConversationController::removeFile(int nodeId)
{
    if (d->mayAnswer())
        d->removeFile(idOf(nodeId));
}

void ConversationController::showReport()
{
    if (readOnly())
        Q_EMIT reportRequested(conversationId());
}

void ConversationController::goTo(int section)
{
    d->goTo(section);
}

void ConversationController::next()
{
    if (d->page.step() + 1 < d->page.steps())
        d->goStep(1);
    else
        d->goTo(d->page.current() + 1);
}

void ConversationController::back()
{
    if (d->page.step() > 0)
        d->goStep(-1);
    else
        d->goTo(d->page.current() - 1, ConversationPage::At::End);
}

void ConversationController::finish()
{
    if (d->mayAnswer())
        d->finish();
}

void ConversationController::goToMissing(int nodeId)
{
    if (!d->session)
        return;
    d->wantedNode = idOf(nodeId);
    d->goTo(sectionOf(*d->session, d->page.sections(), d->wantedNode));
}

void ConversationController::keepDraft()
{
    leaveFor([] {});
}

void ConversationController::leaveFor(const std::function<void()>& then)
{
    d->leaveThen([this, then] {
        then();
        Q_EMIT left();
    });
}

void ConversationController::discard()
{
    d->discard();
}

bool ConversationController::isOpen() const
{
    return d->session != nullptr;
}
bool ConversationController::readOnly() const
{
    return d->notes.readOnly;
}
QString ConversationController::title() const
{
    const QString& name = d->portrait.name;
    if (!name.isEmpty())
        return name;
    if (!d->portrait.badgeId.isEmpty())
        return tr("Badge %1").arg(d->portrait.badgeId);
    const QString named = d->session ? d->title() : QString();
    return named.isEmpty() ? tr("New conversation") : named;
}
QString ConversationController::organisation() const
{
    return d->portrait.organisation;
}
QString ConversationController::initials() const
{
    return initialsOf(d->portrait.name);
}
QString ConversationController::since() const
{
    return d->session ? tr("since %1").arg(momentText(d->conversation.startedAt, d->parts.clock())) : QString();
}
QString ConversationController::savedText() const
{
    return d->savedAt && d->trouble.isEmpty() ? tr("Saved on this tablet %1").arg(momentText(*d->savedAt, d->parts.clock())) : QString();
}
QString ConversationController::trouble() const
{
    return d->trouble;
}
QString ConversationController::conversationId() const
{
    return d->conversation.id.text();
}

QString ConversationController::contactId() const
{
    return d->portrait.contactId;
}

QString ConversationController::organisationId() const
{
    return d->portrait.organisationId;
}

void ConversationController::speak(const QString& language)
{
    d->speak(language);
}

QString ConversationController::notice() const
{
    return d->notice;
}
bool ConversationController::busy() const
{
    return d->waiting;
}
QString ConversationController::formTitle() const
{
    return d->form ? d->form->title() : QString();
}
RowModel* ConversationController::sections()
{
    return &d->page.sectionModel;
}
RowModel* ConversationController::questions()
{
    return &d->page.questionModel;
}
RowModel* ConversationController::missing()
{
    return &d->page.missingModel;
}
int ConversationController::currentSection() const
{
    return d->page.current();
}
QString ConversationController::currentTitle() const
{
    return d->page.titleAt(d->page.current());
}
bool ConversationController::oneByOne() const
{
    return d->page.pace() == Pace::OneByOne;
}
void ConversationController::setOneByOne(bool on)
{
    if (d->session && on != oneByOne())
        d->setPace(on ? Pace::OneByOne : Pace::Sections);
}
QString ConversationController::place() const
{
    return d->session ? d->page.currentKey() + QLatin1Char('/') + QString::number(d->page.step()) : QString();
}
bool ConversationController::atStart() const
{
    return d->page.isFirst();
}
bool ConversationController::atEnd() const
{
    return d->page.isLast();
}
QStringList ConversationController::languages() const
{
    const std::vector<QString> known = d->form ? d->form->languages() : std::vector<QString>();
    return known.size() > 1 ? QStringList(known.begin(), known.end()) : QStringList();
}
QString ConversationController::language() const
{
    return d->session ? d->session->language() : QString();
}
bool ConversationController::rightToLeft() const
{
    return isRightToLeft(language());
}
void ConversationController::speakForm(const QString& language)
{
    d->speakForm(language);
}
QString ConversationController::previousTitle() const
{
    return d->page.titleAt(d->page.current() - 1);
}
QString ConversationController::nextTitle() const
{
    return d->page.titleAt(d->page.current() + 1);
}
int ConversationController::missingCount() const
{
    return d->page.missingModel.count();
}
bool ConversationController::showMissing() const
{
    return d->notes.showRequired && d->page.isUnready();
}
QString ConversationController::missingTitle() const
{
    return d->notes.showRequired && missingCount() > 0 ? tr("%n answer(s) are missing", "", missingCount()) : QString();
}
RowModel* ConversationController::warnings()
{
    return &d->page.warningModel;
}
QString ConversationController::warningTitle() const
{
    const int count = d->page.warningModel.count();
    return count > 0 ? tr("%n value(s) outside the limits: please say why", "", count) : QString();
}
QString ConversationController::allText() const
{
    const auto common = isOpen() && !readOnly() ? d->page.commonAnswer(*d->session) : std::nullopt;
    return common ? tr("All %1", "%1 is an answer: All OK").arg(common->label) : QString();
}

int ConversationController::allLeft() const
{
    const auto common = isOpen() ? d->page.commonAnswer(*d->session) : std::nullopt;
    return common ? static_cast<int>(common->open.size()) : 0;
}

QString ConversationController::pointsText() const
{
    const auto [answered, asked] = d->page.points();
    return asked > 0 ? app::pointsText(answered, asked) : QString();
}

bool ConversationController::pointsDone() const
{
    const auto [answered, asked] = d->page.points();
    return answered == asked;
}

QString ConversationController::undoText() const
{
    return d->undoText;
}

bool ConversationController::canUndo() const
{
    return bool(d->putBack);
}

} // namespace rapport::app
