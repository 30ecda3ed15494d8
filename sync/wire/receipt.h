// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace rapport::wire
{

/// What became of one conversation at one target: the fold of that submission's jobs there.
struct Receipt {
    enum class State { Waiting, Confirmed, NeedsYou };
    QString instanceId; ///< "uuid:…"
    QString target;     ///< connector id; "hub" is the hub itself
    QString title;      ///< of the target, as people call it: "ERP"
    State state = State::Waiting;
    QString reference; ///< its number there
    QString sentence;  ///< why it needs somebody
    QDateTime at;
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

QString word(Receipt::State state); ///< "waiting", "confirmed", "needs_you"
Receipt::State receiptState(const QString& word);

/// GET /v1/receipts: {"receipts": [{instance, target, title, state, reference, sentence, at}], "cursor": "…", "more": false, "reset": false}.
struct ReceiptPage {
    std::vector<Receipt> receipts;
    QByteArray cursor; ///< opaque; asked with again next time
    bool more = false;
    bool reset = false; ///< the hub was restored: these are from the beginning, and what has none there is not there
};
QByteArray toJson(const ReceiptPage& page);
/// At most 10,000 receipts; anything else than the shape above is Invalid.
Result<ReceiptPage> parseReceipts(const QByteArray& json);

} // namespace rapport::wire
