// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/cardcontroller.h"

#include "app/capture/cardfields.h"
#include "app/capture/reader.h"
#include "app/conversation/cardreview.h"
#include "app/conversation/visitor.h"
#include "app/conversation/whendone.h"
#include "sync/store/store.h"

#include <QJsonObject>
#include <QLoggingCategory>
#include <QPainter>
#include <QtConcurrent>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(cardLog, "rapport.capture")

constexpr int widestCard = 1600; ///< pixels: enough to read the pieces by eye
constexpr double around = 0.35;  ///< of a piece's height: what is shown of the card around it

QString labelOf(const contact::ContactDraft& draft, const QString& key)
{
    if (key == QLatin1String("given_name"))
        return CardController::tr("Given name");
    if (key == QLatin1String("family_name"))
        return CardController::tr("Family name");
    if (key == QLatin1String("job_title"))
        return CardController::tr("Job title");
    if (key == QLatin1String("organisation"))
        return CardController::tr("Company");
    if (key == QLatin1String("street"))
        return CardController::tr("Street");
    if (key == QLatin1String("postcode"))
        return CardController::tr("Postcode");
    if (key == QLatin1String("city"))
        return CardController::tr("City");
    if (key == QLatin1String("country"))
        return CardController::tr("Country");
    if (key.startsWith(QLatin1String("emails.")))
        return CardController::tr("E-mail");
    if (key.startsWith(QLatin1String("urls.")))
        return CardController::tr("Website");
    const auto phone = static_cast<std::size_t>(key.section(QLatin1Char('.'), 1).toUInt());
    const auto kind = phone < draft.contact.phones.size() ? draft.contact.phones[phone].kind : contact::Phone::Kind::Work;
    return kind == contact::Phone::Kind::Mobile ? CardController::tr("Mobile")
           : kind == contact::Phone::Kind::Fax  ? CardController::tr("Fax")
                                                : CardController::tr("Telephone");
}

struct Flat {
    QImage card;
    double scale; ///< of it to the card that was read
};

/// The card alone, upright, as a person would hold it.
Flat flattened(const QImage& picture, const capture::CardText& text)
{
    const QSizeF size = text.size.isEmpty() ? QSizeF(picture.size()) : text.size;
    const double scale = qMin(1.0, widestCard / qMax(size.width(), size.height()));
    Flat flat{QImage((size * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32), scale};
    flat.card.fill(Qt::black);
    QPainter painter(&flat.card);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(text.toPicture.inverted() * QTransform::fromScale(scale, scale));
    painter.drawImage(0, 0, picture);
    return flat;
}

} // namespace

CardController::CardController(QString workerPath, store::Store& store, QObject* parent)
    : QObject(parent), m_workerPath(std::move(workerPath)), m_store(store), m_fields({"key", "label", "value", "doubtful", "piece", "pieceSize"})
{
}

CardController::~CardController() = default;

void CardController::read(const QImage& picture)
{
    if (picture.isNull())
        return;
    leave();
    if (!m_reader) {
        m_reader = std::make_unique<capture::Reader>(m_workerPath);
        connect(m_reader.get(), &capture::Reader::cardRead, this, [this](quint64 request, const capture::CardText& text) {
            if (request == m_request)
                flatten(text);
        });
        connect(m_reader.get(), &capture::Reader::failed, this, [this](quint64 request, const Error& error) {
            if (request != m_request)
                return;
            qCWarning(cardLog) << "a card is not read:" << error.detail;
            m_sentence = tr("This card cannot be read. Please take another picture, or type the contact.");
            end(Failed);
        });
    }
    m_picture = m_card = picture;
    m_state = Reading;
    m_request = m_reader->readCard(picture);
    Q_EMIT changed();
    Q_EMIT opened();
}

void CardController::flatten(const capture::CardText& text)
{
    m_request = 0;
    if (!text.problem.isEmpty())
        qCWarning(cardLog) << "a card is read in part:" << text.problem;
    const BadgeReading reading = badgeReading(m_store);
    capture::CardText onCard = text;
    onCard.toPicture = {}; // what speaks for a field is shown on the upright card
    m_draft = capture::draftFromCard(onCard, reading.country, reading.rules);
    if (m_draft.contact.isEmpty()) {
        m_sentence = tr("There is nothing on this picture that could be read. Hold the card straight and near, in good light, and take it again.");
        return end(Failed);
    }
    auto flat = QtConcurrent::run([picture = m_picture, text] { return flattened(picture, text); });
    whenDone(flat, this, [this, life = m_life](const Flat& made) {
        if (life != m_life)
            return; // left meanwhile
        m_card = made.card;
        m_scale = made.scale;
        show();
        end(Read);
    });
}

void CardController::show()
{
    std::vector<RowModel::Row> rows;
    for (const CardField& field : cardFields(m_draft)) {
        const QRectF box = field.box.isNull() ? QRectF() : QTransform::fromScale(m_scale, m_scale).mapRect(field.box);
        const double more = box.height() * around;
        const QRect place = box.adjusted(-more, -more, more, more).toAlignedRect() & m_card.rect();
        const QImage piece = box.isNull() || place.isEmpty() ? QImage() : m_card.copy(place);
        rows.push_back({field.key, {field.key, labelOf(m_draft, field.key), field.value, field.doubtful, piece, piece.size()}});
    }
    m_fields.show(std::move(rows));
}

void CardController::end(State state)
{
    m_state = state;
    Q_EMIT changed();
}

bool CardController::canSwap() const
{
    return m_state == Read && !(m_draft.contact.givenName.isEmpty() && m_draft.contact.familyName.isEmpty());
}

QString CardController::doubtText() const
{
    const auto fields = cardFields(m_draft);
    const auto doubtful = std::count_if(fields.begin(), fields.end(), [](const CardField& field) { return field.doubtful; });
    return m_state == Read && doubtful > 0 ? tr("%n field(s) want a look", "", static_cast<int>(doubtful)) : QString();
}

void CardController::correct(const QString& key, const QString& value)
{
    setCardField(m_draft, key, value);
    show();
    Q_EMIT changed();
}

void CardController::swapNames()
{
    app::swapNames(m_draft);
    show();
    Q_EMIT changed();
}

void CardController::accept()
{
    if (m_state != Read)
        return;
    auto draft = std::exchange(m_draft, {});
    draft.contact.emails.removeAll(QString());
    draft.contact.urls.removeAll(QString());
    std::erase_if(draft.contact.phones, [](const contact::Phone& phone) { return phone.number.isEmpty(); });
    const QImage photo = m_picture;
    leave();
    Q_EMIT accepted(draft, photo);
}

void CardController::leave()
{
    ++m_life;
    if (m_request)
        m_reader->cancel(m_request);
    m_request = 0;
    m_draft = {};
    m_picture = m_card = {};
    m_sentence.clear();
    m_fields.show({});
    end(Idle);
}

} // namespace rapport::app
