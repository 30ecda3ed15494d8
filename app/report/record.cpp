// SPDX-License-Identifier: Apache-2.0
#include "app/report/record.h"

#include <QXmlStreamReader>

#include <vector>

namespace rapport::report
{

namespace
{

/// "/data/r[2]/x" with a position on each step.
QString positioned(const QString& ref)
{
    QString out;
    for (const QString& step : ref.split(QLatin1Char('/'), Qt::SkipEmptyParts))
        out += QLatin1Char('/') + step + (step.endsWith(QLatin1Char(']')) ? QString() : QStringLiteral("[1]"));
    return out;
}

struct Level {
    QString path, text;
    QHash<QString, int> seen; ///< children by name
    bool unknown = false;
    QString reason;
};

} // namespace

Record::Record(const QByteArray& xml)
{
    QXmlStreamReader reader(xml);
    std::vector<Level> levels(1);
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement: {
            const QString name = reader.name().toString();
            const int position = ++levels.back().seen[name];
            Level level;
            level.path = QStringLiteral("%1/%2[%3]").arg(levels.back().path, name).arg(position);
            level.reason = reader.attributes().value(QStringLiteral("urn:rapport:xforms:1"), QStringLiteral("reason")).toString();
            level.unknown = reader.attributes().value(QStringLiteral("urn:rapport:xforms:1"), QStringLiteral("unknown")) == QLatin1String("true");
            levels.push_back(std::move(level));
            break;
        }
        case QXmlStreamReader::Characters:
            levels.back().text += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            if (const Level& level = levels.back(); level.seen.isEmpty())
                m_answers.insert(level.path, {level.text, level.unknown, level.reason});
            levels.pop_back();
            break;
        default:
            break;
        }
    }
}

forms::Node Record::node(const forms::FormSession& session, forms::NodeId id) const
{
    forms::Node node = session.node(id);
    if (!node.hasControl)
        return node;
    const auto answer = m_answers.find(positioned(node.ref));
    if (answer == m_answers.end())
        return node;
    node.value = answer->value;
    node.unknown = answer->unknown;
    node.relevant = node.relevant || !node.value.isEmpty() || node.unknown;
    return node;
}

QString Record::reasonFor(const forms::Node& node) const
{
    return m_answers.value(positioned(node.ref)).reason;
}

} // namespace rapport::report
