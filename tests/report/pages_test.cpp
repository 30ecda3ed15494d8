// SPDX-License-Identifier: Apache-2.0
// Pages for what nobody expects: long answers, long series, scripts of all directions.
#include "app/report/compose.h"
#include "app/report/typeset.h"
#include "report/visit.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::report;
using namespace rapport::tests;
using namespace Qt::StringLiterals;

namespace
{

Content contentOf(std::vector<Block> blocks, const QString& language = u"en"_s)
{
    Content content;
    content.title = u"Visit"_s;
    content.issuer = u"Nordfrost Systems GmbH"_s;
    content.customer = u"Frischmarkt Handels AG"_s;
    content.language = language;
    content.facts = {{u"Customer"_s, content.customer}};
    content.parts = {{u"All"_s, std::move(blocks)}};
    content.form = u"visit, version 7"_s;
    content.conversation = u"0"_s;
    content.sha256 = QString(64, u'0');
    return content;
}

QString run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(60'000));
    return QString::fromUtf8(process.readAllStandardOutput());
}

struct Paper {
    explicit Paper(const Content& content)
    {
        QElapsedTimer timer;
        timer.start();
        const auto made = typeset(content);
        took = timer.elapsed();
        REQUIRE(made);
        pages = made->count;
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(made->pdf);
        file.close();
        if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
            run(u"pdftoppm"_s, {u"-r"_s, u"70"_s, u"-l"_s, u"2"_s, u"-png"_s, path,
                                u"%1/paper-%2-%3"_s.arg(folder, content.language).arg(content.parts[0].blocks.size())});
    }
    QString text(int page = 0) const
    {
        QStringList arguments{u"-layout"_s};
        if (page > 0)
            arguments += {u"-f"_s, QString::number(page), u"-l"_s, QString::number(page)};
        return run(u"pdftotext"_s, arguments + QStringList{path, u"-"_s});
    }

    QTemporaryDir dir;
    QString path = dir.filePath(u"paper.pdf"_s);
    int pages = 0;
    qint64 took = 0;
};

} // namespace

TEST_CASE("Every page says which one it is of how many, and whose report", "[report]")
{
    std::vector<Block> lines;
    for (int i = 0; i < 300; ++i)
        lines.push_back(Line{u"Question %1"_s.arg(i), u"Answer %1"_s.arg(i)});
    const Paper paper(contentOf(std::move(lines)));
    CHECK(paper.pages > 5);
    for (int page = 1; page <= paper.pages; ++page) {
        const QString text = paper.text(page);
        CHECK(text.contains(u"Page %1 of %2"_s.arg(page).arg(paper.pages)));
        CHECK(text.contains(u"Frischmarkt Handels AG"_s));
        CHECK(text.contains(QString(64, u'0')));
    }
    const QString all = paper.text();
    for (int i = 0; i < 300; ++i)
        CHECK(all.contains(u"Answer %1\n"_s.arg(i)));
}

TEST_CASE("An answer of ten thousand characters goes on over the pages, with or without blanks", "[report]")
{
    const QString words = QString(u"word "_s).repeated(2000), oneWord = QString(10'000, u'x');
    const Paper paper(
        contentOf({Line{u"Long"_s, words}, Line{u"One word"_s, oneWord}, Line{QString(10'000, u'y'), u"short"_s}, Line{u"Last"_s, u"the end"_s}}));
    const QString text = paper.text();
    CHECK(text.count(u"word "_s) + text.count(u"word\n"_s) >= 2000);
    CHECK(text.count(u'x') >= 10'000);
    CHECK(text.count(u'y') >= 10'000);
    CHECK(text.contains(u"the end"_s));
}

TEST_CASE("A table has its header on every page and no row in two", "[report]")
{
    Table table{{u"Part"_s, u"Pieces"_s}, {}};
    for (int i = 0; i < 1000; ++i)
        table.rows.push_back(
            {u"first line of %1, which is long enough to need another line in its column, and ends %1"_s.arg(i), QString::number(i)});
    const Paper paper(contentOf({table}));
    CHECK(paper.took < 10'000);
    for (int page = 1; page <= paper.pages; ++page) {
        const QString text = paper.text(page);
        CHECK(text.contains(u"Pieces"_s));
        CHECK(text.count(u"first line of"_s) == text.count(u"ends "_s));
    }
}

TEST_CASE("A series without an end ends with a sentence", "[report]")
{
    std::vector<Block> lines(20'000, Line{u"Question"_s, QString(400, u'a')});
    const Paper paper(contentOf(std::move(lines)));
    CHECK(paper.pages <= mostPages + 1);
    CHECK(paper.text(paper.pages).contains(u"The report ends here"_s));
}

TEST_CASE("Arabic stands at the right and Chinese finds a font", "[report]")
{
    const Paper arabic(
        contentOf({Line{u"هل الخزانة نظيفة؟"_s, u"نعم"_s}, Line{u"الرقم التسلسلي"_s, u"PX200-24-01044"_s},
                   Measurements{u"القياس"_s, {{u"ضغط السحب"_s, u"3.9"_s, u"bar"_s, u"1 – 3"_s, u"مرتفع"_s, Measured::Outcome::Outside, {}}}}},
                  u"ar"_s));
    CHECK(arabic.text().contains(u"PX200-24-01044"_s));
    const Paper chinese(contentOf({Line{u"柜内是否清洁？"_s, u"是"_s}, Line{u"序列号"_s, u"PX200-24-01044"_s}}, u"zh"_s));
    CHECK(chinese.text().contains(u"柜内是否清洁"_s));
    CHECK(run(u"pdffonts"_s, {chinese.path}).contains(u"CJK"_s));
}
