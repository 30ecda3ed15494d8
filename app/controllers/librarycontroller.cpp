// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/librarycontroller.h"

#include "app/controllers/assetpictures.h"
#include "app/controllers/assetwords.h"
#include "app/controllers/filewords.h"
#include "app/conversation/whendone.h"
#include "app/conversation/words.h"

#include <QLocale>

namespace rapport::app
{

namespace
{

constexpr int soon = 30; ///< days: then it is said until when something is valid

/// The found words bold, for StyledText.
QString styled(const QString& snippet)
{
    return snippet.toHtmlEscaped().replace(QChar(2), QLatin1String("<b>")).replace(QChar(3), QLatin1String("</b>"));
}

QString languageName(const QString& code)
{
    const QString name = QLocale(code).nativeLanguageName();
    return name.isEmpty() ? code.toUpper() : name;
}

} // namespace

LibraryController::LibraryController(StoreThread& reading, Clock clock, QObject* parent)
    : QObject(parent), m_reading(reading), m_clock(std::move(clock)),
      m_entries({"assetId", "title", "detail", "glyph", "cover", "shape", "internal", "note", "ready", "place", "snippet"}),
      m_folders({"name", "label", "chosen"}), m_languages({"code", "label", "name", "chosen"})
{
}

void LibraryController::show()
{
    ask();
}

void LibraryController::search(const QString& text)
{
    if (text == m_wish.text)
        return;
    m_wish.text = text;
    ask();
}

void LibraryController::chooseFolder(const QString& name)
{
    m_wish.folder = name;
    ask();
}

void LibraryController::chooseLanguage(const QString& code)
{
    m_wish.language = code;
    ask();
}

void LibraryController::refreshIfShown()
{
    if (m_asked > 0)
        ask();
}

void LibraryController::ask()
{
    const int asked = ++m_asked;
    const auto look = [wish = m_wish, today = m_clock().date()](store::Store& store) -> Result<Seen> {
        auto catalogue = assets::catalogue(store, wish, today);
        if (!catalogue)
            return catalogue.error();
        return Seen{std::move(*catalogue), device::filesToCome(store).value_or(device::FilesToCome())};
    };
    whenDone(m_reading.run(look), this, [this, asked](const Result<Seen>& found) {
        if (asked != m_asked)
            return; // something newer was asked
        m_answered = true;
        m_failed = !found;
        m_coming = found ? found->coming : device::FilesToCome();
        showCatalogue(found ? found->catalogue : assets::Catalogue());
    });
}

void LibraryController::showCatalogue(assets::Catalogue catalogue)
{
    m_catalogue = std::move(catalogue);
    std::vector<RowModel::Row> entries, folders, languages;
    for (const assets::Entry& entry : m_catalogue.entries)
        entries.push_back(rowOf(entry));
    if (!m_catalogue.folders.isEmpty())
        folders.push_back({QString(), {QString(), tr("All"), m_wish.folder.isEmpty()}});
    for (const QString& folder : std::as_const(m_catalogue.folders))
        folders.push_back({folder, {folder, folder, m_wish.folder == folder}});
    if (m_catalogue.languages.size() > 1) {
        for (const QString& code : std::as_const(m_catalogue.languages))
            languages.push_back({code, {code, code.toUpper(), languageName(code), m_wish.language == code}});
    }
    m_entries.show(std::move(entries));
    m_folders.show(std::move(folders));
    m_languages.show(std::move(languages));
    Q_EMIT changed();
}

RowModel::Row LibraryController::rowOf(const assets::Entry& entry) const
{
    const wire::Asset& asset = entry.stored.asset;
    const store::AssetReading reading = entry.stored.reading.value_or(store::AssetReading());
    QStringList detail{AssetWords::length(asset, reading), AssetWords::version(asset), AssetWords::languages(asset)};
    detail.removeAll(QString());
    const QDate today = m_clock().date();
    const bool ready = entry.stored.here && entry.stored.reading && reading.problem.isEmpty();
    const QString note = !entry.stored.here                                               ? tr("Still to come")
                         : !entry.stored.reading                                          ? tr("Being prepared")
                         : reading.problem == QLatin1String("locked")                     ? tr("Asks for a password")
                         : !reading.problem.isEmpty()                                     ? tr("Cannot be shown")
                         : asset.validTo.isValid() && today.daysTo(asset.validTo) <= soon ? tr("Valid until %1").arg(dateText(asset.validTo, today))
                                                                                          : QString();
    const QString place = entry.page == 0   ? QString()
                          : entry.pages > 1 ? tr("Page %1 and %n more", "", entry.pages - 1).arg(entry.page)
                                            : tr("Page %1").arg(entry.page);
    return {asset.id,
            {asset.id, asset.title, detail.join(QStringLiteral(" · ")), glyphOf(asset.kind),
             entry.stored.reading ? AssetCovers::source(asset.sha256) : QString(), reading.shape,
             asset.visibility == wire::Asset::Visibility::Internal, note, ready, place, styled(entry.snippet)}};
}

void LibraryController::open(int row)
{
    if (row < 0 || row >= static_cast<int>(m_catalogue.entries.size()) || !m_entries.value(row, "ready").toBool())
        return;
    Q_EMIT openRequested(m_catalogue.entries[static_cast<std::size_t>(row)], m_wish.text);
}

void LibraryController::collect(int row)
{
    if (row < 0 || row >= static_cast<int>(m_catalogue.entries.size()))
        return;
    const assets::Entry& entry = m_catalogue.entries[static_cast<std::size_t>(row)];
    if (m_entries.value(row, "ready").toBool() && entry.stored.asset.kind == wire::AssetKind::Pdf && entry.stored.reading->pages > 1)
        Q_EMIT pagesWanted(entry.stored.asset, entry.page > 0 ? QList<int>{entry.page} : QList<int>());
    else
        Q_EMIT collected(entry.stored.asset, {});
}

QString LibraryController::heading() const
{
    const int count = static_cast<int>(m_catalogue.entries.size());
    if (count == 0)
        return {};
    return m_wish.text.trimmed().isEmpty() ? tr("%n document(s)", "", count) : tr("%n found", "", count);
}

QString LibraryController::sentence() const
{
    if (m_failed)
        return tr("The content of this tablet cannot be read at the moment. Please try again.");
    if (state() == Loading || !m_catalogue.entries.empty())
        return {};
    if (m_catalogue.all == 0)
        return m_coming.files > 0 ? QString() : tr("There is no content for this occasion yet. It comes by itself when the back office has some.");
    return m_wish.text.trimmed().isEmpty() ? tr("Nothing lies here in this language.") : tr("No title and no page has words that begin like this.");
}

QString LibraryController::coming() const
{
    if (m_coming.files == 0)
        return {};
    const QString size = sizeText(m_coming.bytes);
    switch (m_coming.passage) {
    case device::Passage::WaitsForWiFi:
        return tr("%n document(s), %1, wait for Wi-Fi.", "", m_coming.files).arg(size);
    case device::Passage::WaitsForUnmetered:
        return tr("%n document(s), %1, wait for a network whose data are not counted.", "", m_coming.files).arg(size);
    case device::Passage::Goes:
        break;
    }
    return tr("%n document(s), %1, are still to come.", "", m_coming.files).arg(size);
}

} // namespace rapport::app
