// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"

#include <QStringList>

#include <set>
#include <utility>
#include <vector>

namespace rapport::app
{

/// Whether a question that takes @p key ("contacts.email") asks who one person is, or which firm: not what was talked about, nor how she was judged
/// or what she agreed to.
bool asksWho(const QString& key);

/// The questions of the session that ask who somebody is, and signatures: nobody is asked them for several people at once.
std::set<forms::NodeId> questionsOfOne(const forms::FormSession& session);

/// How shared answers came into one person's session.
struct SharedAnswers {
    std::vector<std::pair<QString, QString>> files; ///< name in the shared session, name there
    QStringList refused;                            ///< labels of the questions that do not take the answer there
};

enum class Session {
    Fresh,  ///< just begun, before anything is known of the person: afterwards it says what the shared one says
    Filled, ///< the same, once who she is has filled in what the lists know: a shared answer replaces it
    InUse   ///< what was answered there stays; the shared repetitions come after those that are there
};

/// Answers in @p to what is answered in @p from, a session of the same form, but for the questions of one. @p taken: names of files that are there.
SharedAnswers copyAnswers(const forms::FormSession& from, forms::FormSession& to, Session is, const QStringList& taken = {});

} // namespace rapport::app
