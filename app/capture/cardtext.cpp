// SPDX-License-Identifier: Apache-2.0
#include "app/capture/cardtext.h"

#include <QJsonArray>
#include <QJsonObject>

namespace rapport::capture
{

namespace
{

constexpr qsizetype mostLines = 200, mostWords = 60, longestWord = 200, mostCodes = 8;

QJsonArray toJson(const QRectF& box)
{
    return {box.x(), box.y(), box.width(), box.height()};
}

QRectF rectangle(const QJsonValue& json)
{
    const QJsonArray numbers = json.toArray();
    return {numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble(), numbers[3].toDouble()};
}

QJsonArray toJson(const QPolygonF& polygon)
{
    QJsonArray points;
    for (const QPointF& point : polygon)
        points.append(QJsonArray{point.x(), point.y()});
    return points;
}

QPolygonF polygon(const QJsonValue& json)
{
    QPolygonF points;
    for (const QJsonValue point : json.toArray()) {
        if (points.size() < 4)
            points.append({point[0].toDouble(), point[1].toDouble()});
    }
    return points;
}

QJsonArray toJson(const std::vector<CardWord>& words)
{
    QJsonArray all;
    for (const CardWord& word : words)
        all.append(QJsonArray{word.text, toJson(word.box), word.confidence});
    return all;
}

std::vector<CardWord> wordsOf(const QJsonValue& json)
{
    std::vector<CardWord> words;
    for (const QJsonValue word : json.toArray()) {
        if (static_cast<qsizetype>(words.size()) < mostWords)
            words.push_back({word[0].toString().left(longestWord), rectangle(word[1]), word[2].toDouble()});
    }
    return words;
}

QJsonArray toJson(const QTransform& map)
{
    return {map.m11(), map.m12(), map.m13(), map.m21(), map.m22(), map.m23(), map.m31(), map.m32(), map.m33()};
}

QTransform transform(const QJsonValue& json)
{
    const QJsonArray n = json.toArray();
    if (n.size() != 9)
        return {};
    return {n[0].toDouble(), n[1].toDouble(), n[2].toDouble(), n[3].toDouble(), n[4].toDouble(),
            n[5].toDouble(), n[6].toDouble(), n[7].toDouble(), n[8].toDouble()};
}

} // namespace

QString textOf(const std::vector<CardWord>& words)
{
    QString text;
    for (const CardWord& word : words)
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + word.text;
    return text;
}

double confidenceOf(const std::vector<CardWord>& words)
{
    double sum = 0, letters = 0;
    for (const CardWord& word : words) {
        sum += word.confidence * static_cast<double>(word.text.size());
        letters += static_cast<double>(word.text.size());
    }
    return letters > 0 ? sum / letters : 0;
}

QJsonObject toJson(const CardText& text)
{
    QJsonArray lines, codes;
    for (const CardLine& line : text.lines) {
        QJsonObject one{
            {QStringLiteral("words"), toJson(line.words)}, {QStringLiteral("box"), toJson(line.box)}, {QStringLiteral("height"), line.height}};
        if (line.plain != line.words)
            one[QLatin1String("plain")] = toJson(line.plain);
        lines.append(one);
    }
    for (const Code& code : text.codes)
        codes.append(QJsonObject{
            {QStringLiteral("format"), code.format}, {QStringLiteral("text"), code.text}, {QStringLiteral("points"), toJson(code.points)}});
    return {{QStringLiteral("lines"), lines},
            {QStringLiteral("codes"), codes},
            {QStringLiteral("size"), QJsonArray{text.size.width(), text.size.height()}},
            {QStringLiteral("to_picture"), toJson(text.toPicture)},
            {QStringLiteral("outline"), toJson(text.outline)},
            {QStringLiteral("language"), text.language},
            {QStringLiteral("problem"), text.problem},
            {QStringLiteral("ms"), text.milliseconds}};
}

CardText cardTextFromJson(const QJsonObject& json)
{
    CardText text;
    for (const QJsonValue value : json[QLatin1String("lines")].toArray()) {
        if (static_cast<qsizetype>(text.lines.size()) == mostLines)
            break;
        const QJsonObject one = value.toObject();
        CardLine line{wordsOf(one[QLatin1String("words")]), {}, rectangle(one[QLatin1String("box")]), one[QLatin1String("height")].toDouble()};
        line.plain = one.contains(QLatin1String("plain")) ? wordsOf(one[QLatin1String("plain")]) : line.words;
        text.lines.push_back(std::move(line));
    }
    for (const QJsonValue value : json[QLatin1String("codes")].toArray()) {
        if (static_cast<qsizetype>(text.codes.size()) < mostCodes)
            text.codes.push_back(
                {value[QLatin1String("format")].toString(), value[QLatin1String("text")].toString(), polygon(value[QLatin1String("points")])});
    }
    const QJsonArray size = json[QLatin1String("size")].toArray();
    text.size = {size[0].toDouble(), size[1].toDouble()};
    text.toPicture = transform(json[QLatin1String("to_picture")]);
    text.outline = polygon(json[QLatin1String("outline")]);
    text.language = json[QLatin1String("language")].toString();
    text.problem = json[QLatin1String("problem")].toString();
    text.milliseconds = json[QLatin1String("ms")].toInteger();
    return text;
}

} // namespace rapport::capture
