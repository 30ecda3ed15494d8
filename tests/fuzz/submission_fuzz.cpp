// SPDX-License-Identifier: Apache-2.0
// The body of POST /submission, or a draft handed over: filed, its entity changes derived, opened again.
#include "forms/session/formsession.h"
#include "forms/xlsform/xlsform.h"
#include "sync/wire/changes.h"
#include "sync/wire/consents.h"
#include "sync/wire/openrosa.h"

#include <QFile>

using namespace rapport;

namespace
{

std::shared_ptr<const forms::Form> demoForm()
{
    QFile file(QStringLiteral(RAPPORT_SOURCE "/forms/packs/trade_fair_conversation.xlsx"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the demo's form is not there");
    forms::LoadOptions options;
    options.missing = forms::LoadOptions::Missing::Blank;
    auto form = forms::Form::load(xlsform::convert(file.readAll()).xml, options);
    if (!form)
        qFatal("the demo's form does not load");
    return *form;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    static const auto form = demoForm();
    const QByteArray xml(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    QStringList faults;
    (void)wire::parseSubmissionHead(xml); // each may refuse; all must come back
    if (auto changes = wire::changesOf(*form, xml, &faults)) {
        const wire::KnownConsents nothing{[](const QString&, const QString&) { return std::vector<wire::KnownRow>(); },
                                          [](const QString&, const QString&) { return std::optional<wire::KnownRow>(); }};
        (void)wire::settleConsents(*changes, nothing);
    }
    forms::Environment environment;
    environment.now = [] { return QDateTime(QDate(2027, 11, 10), QTime(14, 5), Qt::UTC); };
    environment.random = [] { return 4u; };
    if (const auto session = forms::FormSession::restore(form, xml, environment))
        (void)(*session)->serialize(forms::FormSession::Keep::Everything);
    return 0;
}
