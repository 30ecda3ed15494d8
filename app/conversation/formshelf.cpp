// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/formshelf.h"

#include "app/conversation/consenttexts.h"
#include "app/conversation/entitylistsource.h"
#include "forms/xform/media.h"
#include "forms/xform/tables.h"
#include "sync/store/formfiles.h"

#include <QJsonArray>
#include <QLocale>

namespace rapport::app
{

namespace
{

/// What came with that version of the form, else the occasion's consent texts and the entity lists.
forms::SourceProvider sourcesOf(store::Store& store, const store::StoredForm& form)
{
    return
        [&store, id = form.id, version = form.version, lists = entitySources(store)](const QString& uri) -> std::shared_ptr<const forms::ItemSource> {
            const QString name = forms::fileNameOf(uri);
            const auto file = name.isEmpty() ? Result<QByteArray>(Error{Error::Kind::NotFound, {}}) : store::formFile(store, id, version, name);
            if (!file && file.error().kind == Error::Kind::NotFound)
                return name == consentTextsFile ? consentTexts(store, id) : lists(uri);
            if (!file)
                return nullptr;
            const auto rows = forms::readAttachment(name, *file);
            return rows ? *rows : nullptr;
        };
}

} // namespace

Result<SharedForm> loadForm(store::Store& store, const QString& id, const QString& version)
{
    const auto stored = store.form(id, version);
    if (!stored)
        return stored.error();
    forms::LoadOptions options;
    options.sources = sourcesOf(store, *stored);
    options.missing = forms::LoadOptions::Missing::Blank; // a missing picture must not keep somebody from asking the questions
    return forms::Form::load(stored->xml, options);
}

void prepareForms(store::Store& store, std::set<QString>& known)
{
    const auto live = store.forms().value_or({});
    for (const store::StoredForm& form : live) {
        if (known.insert(form.hash).second)
            (void)loadForm(store, form.id, form.version); // a form that does not load says so to whoever opens it
    }
}

Result<store::StoredForm> usualForm(store::Store& store)
{
    const auto live = store.forms();
    if (!live)
        return live.error();
    QJsonArray named;
    if (const auto occasion = store.occasion(); occasion && *occasion)
        named = (**occasion)[QLatin1String("forms")].toArray();
    for (const QJsonValue& name : std::as_const(named)) {
        const auto here = std::find_if(live->begin(), live->end(), [&](const store::StoredForm& form) { return form.id == name.toString(); });
        if (here != live->end())
            return *here;
    }
    if (live->empty())
        return Error{Error::Kind::NotFound, QStringLiteral("no form is here")};
    return live->front();
}

Result<SharedForm> formForNewConversation(store::Store& store)
{
    const auto usual = usualForm(store);
    return usual ? loadForm(store, usual->id, {}) : Result<SharedForm>(usual.error());
}

QString formLanguage(const std::vector<QString>& languages, const QString& code)
{
    for (const QString& language : languages) {
        if (language.compare(code, Qt::CaseInsensitive) == 0 || language.endsWith(QStringLiteral("(%1)").arg(code), Qt::CaseInsensitive))
            return language;
    }
    return {};
}

bool isRightToLeft(const QString& formLanguage)
{
    const qsizetype open = formLanguage.lastIndexOf(QLatin1Char('('));
    const QString code = open < 0 ? formLanguage : formLanguage.mid(open + 1).chopped(1);
    return QLocale(code.trimmed()).textDirection() == Qt::RightToLeft; // an unknown code is read as "C"
}

} // namespace rapport::app
