// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace rapport::xlsform
{

/// Indented XML, written front to back. Elements that hold text are kept on one line; characters that XML forbids are left out.
class XmlOut
{
public:
    XmlOut& start(const QString& name);
    XmlOut& attribute(const QString& name, const QString& value); ///< only directly after start()
    XmlOut& text(const QString& text);
    XmlOut& end();
    XmlOut& leaf(const QString& name, const QString& text); ///< <name>text</name>
    QByteArray finish() { return m_out; }

private:
    struct Level {
        QByteArray name;
        bool hasContent = false, mixed = false;
    };
    void closeTag();
    void escape(QStringView text, bool inAttribute);

    QByteArray m_out = "<?xml version=\"1.0\"?>\n";
    std::vector<Level> m_levels;
};

} // namespace rapport::xlsform
