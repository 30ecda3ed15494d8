// SPDX-License-Identifier: Apache-2.0
#include "connectors/filestarget.h"

#include "connectors/csvtable.h"
#include "forms/xlsform/workbook.h"
#include "sync/contact/vcard.h"

#include <QDir>
#include <QJsonDocument>

#include <catch2/catch.hpp>

namespace rapport::test
{
namespace
{

/// What is read of a file: whose key a row has, and what it says about itself.
using Entries = std::vector<std::pair<QString, QString>>;

QString shownColumn(const QString& list)
{
    return list == u"opportunities"_s ? u"title"_s : u"label"_s;
}

Entries ofCsv(const QByteArray& bytes, const QString& list)
{
    const Csv csv = Csv::of(bytes);
    Entries out;
    for (int row = 0; row < int(csv.rows.size()); ++row)
        out.emplace_back(csv.rows[std::size_t(row)].first(), csv.at(row, shownColumn(list)));
    return out;
}

Entries ofWorkbook(const QByteArray& bytes, const QString& list)
{
    const auto book = xlsform::Workbook::read(bytes);
    REQUIRE(book);
    REQUIRE(book->sheets.size() == 1);
    const auto& headings = book->sheets[0].headings;
    const auto shown = std::find(headings.begin(), headings.end(), shownColumn(list)) - headings.begin();
    Entries out;
    for (const xlsform::Sheet::Row& row : book->sheets[0].rows) {
        std::map<int, QString> cells(row.cells.begin(), row.cells.end());
        out.emplace_back(cells[0], cells[int(shown)]);
    }
    return out;
}

Entries ofJson(const QByteArray& bytes, const QString& list)
{
    Entries out;
    for (const QByteArray& line : bytes.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.isEmpty())
            out.emplace_back(object[u"id"_s].toString(),
                             list == u"opportunities"_s ? object[u"properties"_s][u"title"_s].toString() : object[u"label"_s].toString());
    }
    return out;
}

/// What she does, where that is known; else her name.
Entries ofCards(const QByteArray& bytes, const QString&)
{
    Entries out;
    const auto contacts = contact::parseVCards(bytes);
    QByteArray lines = bytes;
    for (const QByteArray& line : lines.replace("\r\n ", "").split('\n')) {
        if (line.startsWith("UID:urn:uuid:")) {
            const contact::Contact& one = contacts.at(out.size());
            out.emplace_back(QString::fromUtf8(line.mid(13).trimmed()), one.jobTitle.isEmpty() ? one.fullName : one.jobTitle);
        }
    }
    return out;
}

class FilesTarget : public Target
{
public:
    using Read = Entries (*)(const QByteArray&, const QString& list);
    FilesTarget(QString format, QString ending, Read read) : m_format(std::move(format)), m_ending(std::move(ending)), m_read(read) { behave(); }

    std::unique_ptr<connectors::Connector> connect() override
    {
        auto made = connectors::makeConnector(
            {{u"id"_s, u"files"_s}, {u"type"_s, u"files"_s}, {u"title"_s, u"Lead file"_s}, {u"folder"_s, folder()}, {u"format"_s, m_format}},
            m_dir.path());
        REQUIRE(made);
        return std::move(*made);
    }
    int count(const QString& list, const QString& id) override
    {
        const Entries all = load(list);
        return int(std::count_if(all.begin(), all.end(), [&](const auto& one) { return one.first == id; }));
    }
    QString text(const QString& list, const QString& id) override
    {
        for (const auto& [key, shown] : load(list)) {
            if (key == id)
                return shown;
        }
        return {};
    }
    QString state() override
    {
        QString out;
        for (const QFileInfo& info : QDir(folder()).entryInfoList(QDir::Files, QDir::Name)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                out += info.fileName() + info.lastModified().toString(Qt::ISODateWithMs) + QString::fromLatin1(file.readAll());
        }
        return out;
    }
    void refuse() override { QDir(m_dir.path()).rename(u"share"_s, u"unmounted"_s); }
    void behave() override
    {
        if (!QDir(m_dir.path()).rename(u"unmounted"_s, u"share"_s))
            QDir(m_dir.path()).mkpath(u"share"_s);
    }
    std::vector<QString> lists() const override
    {
        return m_read == ofCards ? std::vector<QString>{u"organisations"_s, u"contacts"_s} : Target::lists();
    }
    QString mainList() const override { return m_read == ofCards ? u"contacts"_s : Target::mainList(); }
    News news() const override { return m_read == ofCards ? News{u"job_title"_s, u"Leiterin, Einkauf"_s, u"Leiterin, Einkauf"_s} : Target::news(); }

private:
    QString folder() const { return m_dir.filePath(u"share"_s); }
    Entries load(const QString& list)
    {
        QFile file(folder() + u'/' + list + m_ending);
        return file.open(QIODevice::ReadOnly) ? m_read(file.readAll(), list) : Entries{};
    }

    QTemporaryDir m_dir;
    QString m_format, m_ending;
    Read m_read;
};

} // namespace

Target& filesTarget(const QString& type)
{
    static FilesTarget csv(u"csv"_s, u".csv"_s, ofCsv), xlsx(u"xlsx"_s, u".xlsx"_s, ofWorkbook), cards(u"vcard"_s, u".vcf"_s, ofCards),
        json(u"json"_s, u".jsonl"_s, ofJson);
    return type == u"files-xlsx"_s ? xlsx : type == u"files-vcard"_s ? cards : type == u"files-json"_s ? json : csv;
}

} // namespace rapport::test
