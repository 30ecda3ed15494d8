// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/cardtext.h"
#include "app/controllers/rowmodel.h"
#include "sync/contact/contact.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace rapport::capture
{
class Reader;
}

namespace rapport::store
{
class Store;
}

namespace rapport::app
{

/// Reads a business card and lets a person look it through: each field beside the piece of the card where it stood. Nothing leaves the tablet.
class CardController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QImage card READ card NOTIFY changed) ///< upright and flat; the picture itself while it is being read; for FrameView
    Q_PROPERTY(QSize cardSize READ cardSize NOTIFY changed)
    /// key, label, value, doubtful, piece (QImage for FrameView; null: not read anywhere), pieceSize
    Q_PROPERTY(rapport::app::RowModel* fields READ fields CONSTANT)
    Q_PROPERTY(bool canSwap READ canSwap NOTIFY changed)        ///< there are two names
    Q_PROPERTY(QString doubtText READ doubtText NOTIFY changed) ///< "2 fields want a look"; empty: none
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)   ///< why nothing was read; else empty

public:
    enum State { Idle, Reading, Read, Failed };
    Q_ENUM(State)

    CardController(QString workerPath, store::Store& store, QObject* parent = nullptr);
    ~CardController() override;

    State state() const { return m_state; }
    QImage card() const { return m_card; }
    QSize cardSize() const { return m_card.size(); }
    RowModel* fields() { return &m_fields; }
    bool canSwap() const;
    QString doubtText() const;
    QString sentence() const { return m_sentence; }

    Q_INVOKABLE void read(const QImage& picture);
    Q_INVOKABLE void correct(const QString& key, const QString& value); ///< empty clears
    Q_INVOKABLE void swapNames();
    Q_INVOKABLE void accept(); ///< it has been looked through
    Q_INVOKABLE void leave();

Q_SIGNALS:
    void changed();
    void opened();                                                                   ///< a card is being read, and wants to be seen
    void accepted(const rapport::contact::ContactDraft& draft, const QImage& photo); ///< @p photo: what the camera saw

private:
    void flatten(const capture::CardText& text);
    void show();
    void end(State state);

    QString m_workerPath;
    store::Store& m_store;
    std::unique_ptr<capture::Reader> m_reader; ///< made with the first card: its models take memory
    State m_state = Idle;
    quint64 m_request = 0, m_life = 0;
    QImage m_picture, m_card;
    double m_scale = 1; ///< of the shown card to the one that was read
    contact::ContactDraft m_draft;
    RowModel m_fields;
    QString m_sentence;
};

} // namespace rapport::app
