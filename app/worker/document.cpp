// SPDX-License-Identifier: Apache-2.0
#include "app/worker/document.h"

#include "app/capture/documentwords.h"
#include "app/worker/page.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPdfDocument>
#include <QPdfSelection>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

namespace rapport::worker
{

namespace
{

constexpr qint64 maxBytes = 256 * 1024 * 1024;
constexpr int maxMarks = 500, maxPages = 5000;

void say(const QJsonObject& line, const QImage& pixels = {})
{
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    if (!pixels.isNull())
        std::fwrite(pixels.constBits(), 1, static_cast<std::size_t>(pixels.sizeInBytes()), stdout);
    std::fflush(stdout);
}

QByteArray readFile()
{
    std::string line;
    std::getline(std::cin, line);
    const qint64 size = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object()[QLatin1String("size")].toInteger();
    if (size <= 0 || size > maxBytes)
        return {};
    QByteArray bytes(size, Qt::Uninitialized);
    std::cin.read(bytes.data(), size);
    return std::cin.gcount() == size ? bytes : QByteArray();
}

QString problemOf(const QPdfDocument& document)
{
    const auto error = document.error();
    const bool locked = error == QPdfDocument::Error::IncorrectPassword || error == QPdfDocument::Error::UnsupportedSecurityScheme;
    return locked ? QStringLiteral("locked") : QStringLiteral("torn");
}

QJsonArray marksOn(QPdfDocument& document, int page, const QString& typed)
{
    const QSizeF size = document.pagePointSize(page);
    const QString text = document.getAllText(page).text();
    QJsonArray marks;
    for (const capture::FoundWord& word : capture::wordsIn(text, typed)) {
        const QPdfSelection selection = document.getSelectionAtIndex(page, static_cast<int>(word.at), static_cast<int>(word.length));
        for (const QPolygonF& part : selection.bounds()) {
            const QRectF box = part.boundingRect();
            if (marks.size() < maxMarks && !box.isEmpty())
                marks.append(QJsonArray{box.x() / size.width(), box.y() / size.height(), box.width() / size.width(), box.height() / size.height()});
        }
    }
    return marks;
}

void answer(QPdfDocument& document, const QJsonObject& request)
{
    const int page = request[QLatin1String("page")].toInt() - 1;
    if (page < 0 || page >= document.pageCount() || document.pagePointSize(page).isEmpty())
        return say({{QStringLiteral("problem"), QStringLiteral("no-page")}});
    if (request.contains(QLatin1String("find")))
        return say({{QStringLiteral("marks"), marksOn(document, page, request[QLatin1String("find")].toString())}});
    if (request.contains(QLatin1String("width"))) {
        const QImage paper = paperOf(document, page, std::clamp(request[QLatin1String("width")].toInt(), 32, 4096));
        return say({{QStringLiteral("width"), paper.width()}, {QStringLiteral("height"), paper.height()}}, paper);
    }
    say({{QStringLiteral("text"), document.getAllText(page).text()}});
}

} // namespace

void serveDocument()
{
    std::ios::sync_with_stdio(false);
    QByteArray bytes = readFile();
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&file);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() < 1)
        return say({{QStringLiteral("problem"), problemOf(document)}});
    QJsonArray pages;
    for (int page = 0; page < std::min(document.pageCount(), maxPages); ++page) {
        const QSizeF size = document.pagePointSize(page);
        pages.append(size.isEmpty() ? 0 : size.width() / size.height());
    }
    say({{QStringLiteral("pages"), pages}});
    for (std::string line; std::getline(std::cin, line);)
        answer(document, QJsonDocument::fromJson(QByteArray::fromStdString(line)).object());
}

} // namespace rapport::worker
