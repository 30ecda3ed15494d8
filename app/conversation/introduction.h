// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/acquaintance.h"
#include "forms/session/formsession.h"

namespace rapport::app
{

/// What the questions about a person and her firm say now, by the keys of a payload; what is empty is not said.
Said saidIn(const forms::FormSession& session);

/// An answer that is another one because somebody was recognised.
struct Exchange {
    QString ref, before, after;
    friend bool operator==(const Exchange&, const Exchange&) = default;
};

struct Introduced {
    std::vector<forms::NodeId> filled; ///< with what the payload says
    Said unplaced;                     ///< what no question takes: to be shown
    std::vector<Exchange> exchanges;
};

/// Answers with @p payload (payloadFor(), which has judged what is in @p read): the ids first, so that the form fills in what its lists know, then
/// the rest. Whatever else was answered before stays as it was.
Introduced introduce(forms::FormSession& session, const Said& read, const Said& payload);

/// Takes introduce() back; what was answered since then stays.
void takeBack(forms::FormSession& session, const std::vector<Exchange>& exchanges);

QJsonArray toJson(const std::vector<Exchange>& exchanges);
std::vector<Exchange> exchangesOf(const QJsonArray& json);

} // namespace rapport::app
