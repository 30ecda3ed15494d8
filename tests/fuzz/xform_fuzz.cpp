// SPDX-License-Identifier: Apache-2.0
// A form from a hub or a file: loaded, opened, asked for everything a view asks for, and written out.
#include "forms/session/formsession.h"

using namespace rapport::forms;

namespace
{

void look(const FormSession& session, NodeId id, int& left)
{
    if (--left < 0)
        return;
    (void)session.node(id); // what it says is of no interest, only that it can be asked
    (void)session.choices(id);
    for (const NodeId child : session.children(id))
        look(session, child, left);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArray xml(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    LoadOptions options;
    options.missing = LoadOptions::Missing::Blank;
    const auto form = Form::load(xml, options);
    if (!form)
        return 0;
    Environment environment;
    environment.now = [] { return QDateTime(QDate(2027, 11, 10), QTime(14, 5), Qt::UTC); };
    environment.random = [] { return 4u; };
    const auto session = FormSession::start(*form, environment);
    if (!session)
        return 0;
    int left = 500;
    look(**session, (*session)->root(), left);
    const auto submission = (*session)->submission();
    (void)FormSession::restore(*form, submission.xml, environment); // may refuse; must come back
    return 0;
}
