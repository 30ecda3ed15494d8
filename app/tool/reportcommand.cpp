// SPDX-License-Identifier: Apache-2.0
#include "app/capture/photo.h"
#include "app/report/report.h"
#include "app/tool/command.h"
#include "app/tool/storefolder.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace rapport::tool
{

namespace
{

/// The value behind an option, which leaves @p words with it; empty where it is not there.
QString take(QStringList& words, const QString& option)
{
    const qsizetype at = words.indexOf(option);
    if (at < 0 || at + 1 >= words.size())
        return {};
    const QString value = words[at + 1];
    words.remove(at, 2);
    return value;
}

Result<report::Pages> makePages(store::Store& store, const report::Request& request)
{
    auto content = report::compose(store, request);
    if (!content)
        return content.error();
    if (content->isEmpty())
        return Error{Error::Kind::NotFound, QStringLiteral("nothing of this conversation is for these readers")};
    report::addPictures(*content, [&](const QString& name, int maxPixels) -> Result<QByteArray> {
        const auto file = store.attachment(request.conversation, name);
        const auto photo = file ? capture::photoFrom(*file, maxPixels) : file.error();
        return photo ? photo->jpeg : Result<QByteArray>(photo.error());
    });
    return report::typeset(*content);
}

int makeReport(const QStringList& arguments)
{
    QStringList words = arguments;
    const QString out = take(words, QStringLiteral("-o")), language = take(words, QStringLiteral("--lang"));
    const bool internal = words.removeAll(QStringLiteral("--internal")) > 0;
    QString dir;
    auto opened = openStore(words, dir);
    if (!opened)
        return fail(opened.error().detail);
    if (out.isEmpty() || words.size() != 1)
        return fail(QStringLiteral("report needs one CONVERSATION and -o OUT.pdf"));
    const report::Request request{store::ConversationId::parse(words.first()), language.isEmpty() ? QStringLiteral("en") : language,
                                  internal ? report::Audience::Internal : report::Audience::Customer};
    const auto pages = makePages(**opened, request);
    if (!pages)
        return fail(pages.error().detail);
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly) || file.write(pages->pdf) != pages->pdf.size() || !file.commit())
        return fail(QStringLiteral("%1 cannot be written").arg(out));
    print(QJsonDocument(QJsonObject{{QStringLiteral("file"), out},
                                    {QStringLiteral("language"), request.language},
                                    {QStringLiteral("audience"), internal ? QStringLiteral("internal") : QStringLiteral("customer")},
                                    {QStringLiteral("pages"), pages->count}})
              .toJson(QJsonDocument::Compact));
    return 0;
}

} // namespace

Command reportCommand()
{
    return {QStringLiteral("report"), QStringLiteral("--data-dir DIR CONVERSATION [--lang CODE] [--internal] -o OUT.pdf"),
            QStringLiteral("A finished conversation as a PDF: for the customer, or with what is internal."), makeReport};
}

} // namespace rapport::tool
