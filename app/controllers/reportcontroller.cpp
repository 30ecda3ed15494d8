// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/reportcontroller.h"

#include "app/capture/photo.h"
#include "app/controllers/reportpages.h"
#include "app/conversation/whendone.h"
#include "app/report/report.h"
#include "sync/store/reports.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtConcurrent>

namespace rapport::app
{

using report::Audience;

struct ReportController::Made {
    std::vector<report::ReportLanguage> languages;
    report::Content content; ///< without its parts
    report::Pages pages;     ///< none: nothing is for these readers
};

namespace
{

Q_LOGGING_CATEGORY(reportLog, "rapport.report")

struct Composed {
    std::vector<report::ReportLanguage> languages;
    report::Content content;
};

/// The language that was asked for, where the form has it; else the form's first.
Result<Composed> composed(store::Store& store, report::Request request)
{
    auto languages = report::languagesOf(store, request.conversation);
    if (!languages)
        return languages.error();
    const auto has = std::any_of(languages->begin(), languages->end(), [&](const auto& one) { return one.code == request.language; });
    if (!has)
        request.language = languages->front().code;
    auto content = report::compose(store, request);
    return content ? Composed{*languages, *content} : Result<Composed>(content.error());
}

Result<QByteArray> pictureOf(StoreThread& thread, store::ConversationId id, const QString& name, int maxPixels)
{
    const auto file = thread.run([id, name](store::Store& store) { return store.attachment(id, name); }).result();
    const auto photo = file ? capture::photoFrom(*file, maxPixels) : file.error();
    return photo ? photo->jpeg : Result<QByteArray>(photo.error());
}

QString documentsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace

Result<QString> saveBeside(const QString& folder, const QString& name, const QByteArray& content)
{
    constexpr int mostTries = 1000;
    if (!QDir().mkpath(folder))
        return Error{Error::Kind::Denied, QStringLiteral("the folder cannot be made")};
    const QString base = name.section(QLatin1Char('.'), 0, -2), ending = name.section(QLatin1Char('.'), -1);
    for (int number = 1; number < mostTries; ++number) {
        const QString tried = number == 1 ? name : QStringLiteral("%1 (%2).%3").arg(base).arg(number).arg(ending);
        if (QFileInfo::exists(folder + QLatin1Char('/') + tried))
            continue;
        QSaveFile file(folder + QLatin1Char('/') + tried);
        if (!file.open(QIODevice::WriteOnly))
            return Error{Error::Kind::Denied, QStringLiteral("the file cannot be made")};
        if (file.write(content) != content.size() || !file.commit())
            return Error{Error::Kind::Full, QStringLiteral("the file cannot be written")};
        return tried;
    }
    return Error{Error::Kind::Conflict, QStringLiteral("there are too many files of that name")};
}

ReportController::ReportController(Parts parts, QObject* parent)
    : QObject(parent), m_parts(std::move(parts)), m_languages({"code", "name"}), m_pages({"number", "source", "name"})
{
    if (!m_parts.documents)
        m_parts.documents = documentsFolder;
    m_pool.setMaxThreadCount(1);
}

ReportController::~ReportController()
{
    m_pool.waitForDone();
}

void ReportController::clear()
{
    m_pages.show({});
    m_pdf.clear();
    m_savedText.clear();
    m_saved = m_saving = false;
}

void ReportController::open(const QString& conversationId)
{
    m_request = {store::ConversationId::parse(conversationId), m_parts.language, Audience::Customer};
    m_languages.show({});
    m_title.clear();
    m_customer.clear();
    make();
    Q_EMIT opened();
}

void ReportController::choose(const QString& language)
{
    if (language == m_request.language)
        return;
    m_request.language = language;
    make();
}

void ReportController::setInternal(bool internal)
{
    if (internal == isInternal())
        return;
    m_request.audience = internal ? Audience::Internal : Audience::Customer;
    make();
}

void ReportController::again()
{
    if (m_state == Failed)
        make();
}

/// Answers on the store's thread, pictures and pages on ours, then on disk. What the screen shows is what was kept.
void ReportController::make()
{
    clear();
    m_state = Making;
    Q_EMIT changed();
    Q_EMIT savedChanged();
    const auto work = [request = m_request, &reading = m_parts.reading, &writing = m_parts.writing]() -> Result<Made> {
        auto told = reading.run([request](store::Store& store) { return composed(store, request); }).result();
        if (!told)
            return told.error();
        Made made{told->languages, told->content, {}};
        made.content.parts.clear();
        if (told->content.isEmpty())
            return made;
        report::addPictures(told->content,
                            [&](const QString& name, int maxPixels) { return pictureOf(reading, request.conversation, name, maxPixels); });
        auto pages = report::typeset(told->content);
        if (!pages)
            return pages.error();
        made.pages = *pages;
        const QString name = ReportPages::nameOf(made.content.language, request.audience);
        const auto kept =
            writing.run([id = request.conversation, name, pdf = pages->pdf](store::Store& store) { return store::keepReport(store, id, name, pdf); })
                .result();
        return kept ? made : Result<Made>(kept.error());
    };
    whenDone(QtConcurrent::run(&m_pool, work), this, [this, making = ++m_making](const Result<Made>& made) {
        if (making == m_making)
            show(made);
    });
}

void ReportController::show(const Result<Made>& made)
{
    if (!made) {
        qCWarning(reportLog) << "no report of" << m_request.conversation.text() << ":" << made.error().detail;
        m_state = Failed;
        Q_EMIT changed();
        return;
    }
    std::vector<RowModel::Row> languages, pages;
    for (const report::ReportLanguage& language : made->languages)
        languages.push_back({language.code, {language.code, language.name}});
    m_languages.show(std::move(languages));
    m_request.language = made->content.language;
    m_title = made->content.title;
    m_customer = made->content.customer;
    m_fileName = made->content.fileName;
    m_pdf = made->pages.pdf;
    for (int page = 1; page <= made->pages.count; ++page) {
        pages.push_back(
            {QStringLiteral("%1/%2").arg(m_making).arg(page),
             {page, ReportPages::source(m_request.conversation, ReportPages::nameOf(m_request.language, m_request.audience), m_making, page),
              tr("Page %1 of %2").arg(page).arg(made->pages.count)}});
    }
    m_pages.show(std::move(pages));
    m_state = made->pages.count > 0 ? Ready : Nothing;
    Q_EMIT changed();
}

QString ReportController::sentence() const
{
    if (m_state == Nothing)
        return isInternal() ? tr("Nothing was answered in this conversation.")
                            : tr("Nothing in this conversation is meant for the customer. The internal report has the answers.");
    return m_state == Failed ? tr("The report could not be made. The conversation is safe; please try again.") : QString();
}

void ReportController::save()
{
    if (m_state != Ready || m_saving)
        return;
    m_saving = true;
    m_saved = false;
    m_savedText.clear();
    Q_EMIT savedChanged();
    const auto work = [folder = m_parts.documents(), name = m_fileName, pdf = m_pdf] { return saveBeside(folder, name, pdf); };
    whenDone(QtConcurrent::run(&m_pool, work), this, [this, making = m_making](const Result<QString>& name) {
        if (making != m_making)
            return;
        m_saving = false;
        m_saved = bool(name);
        if (name)
            m_savedText = tr("Saved in Documents as “%1”. There it is not encrypted: whoever uses this device can read it.").arg(*name);
        else if (name.error().kind == Error::Kind::Full)
            m_savedText = tr("There is no room left on this device, so the report was not saved. It stays with the conversation.");
        else
            m_savedText = tr("The report could not be saved in Documents. It stays with the conversation.");
        Q_EMIT savedChanged();
    });
}

} // namespace rapport::app
