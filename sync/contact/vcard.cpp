// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/vcard.h"

#include "sync/contact/cardproperty.h"
#include "sync/contact/charset.h"

namespace rapport::contact
{

namespace
{

constexpr int maxCards = 1000, maxProperties = 1000;

struct Line {
    QByteArray name;       ///< upper case, without group
    QByteArray parameters; ///< upper case, ";TYPE=CELL;…"
    QByteArray value;      ///< unfolded, decoded from quoted-printable, still escaped
};

/// Lines with folding undone on bytes, since a fold may part a character. A quoted-printable soft break goes on as well.
std::vector<QByteArray> unfold(const QByteArray& plain)
{
    std::vector<QByteArray> lines;
    bool printable = false; // the last of lines says QUOTED-PRINTABLE
    for (const QByteArray& line : plain.split('\n')) {
        const bool folded = !lines.empty() && (line.startsWith(' ') || line.startsWith('\t'));
        const bool softBreak = printable && lines.back().endsWith('=');
        if (softBreak) {
            lines.back().chop(1);
            lines.back() += folded ? line.mid(1) : line;
        } else if (folded) {
            lines.back() += line.mid(1);
        } else {
            lines.push_back(line);
            printable = false;
        }
        // Only what is new is looked at, and the word may stand across a fold: a line of many pieces costs no more than its length.
        printable = printable || lines.back().right(line.size() + 16).toUpper().contains("QUOTED-PRINTABLE");
    }
    return lines;
}

/// A code that the end cut short, "=" or "=C", is no text.
QByteArray fromQuotedPrintable(const QByteArray& text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '=' && text.size() - i < 3)
            break;
        const QByteArray hex = text.mid(i + 1, 2);
        bool good = false;
        const int code = text[i] == '=' ? hex.toInt(&good, 16) : 0;
        out += good ? static_cast<char>(code) : text[i];
        i += good ? 2 : 0;
    }
    return out;
}

/// The colon that ends name and parameters: not one inside a quoted parameter.
qsizetype valueColon(const QByteArray& line)
{
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == ':' && !quoted)
            return i;
    }
    return -1;
}

std::optional<Line> parseLine(const QByteArray& text)
{
    const qsizetype colon = valueColon(text);
    if (colon <= 0)
        return {};
    Line line;
    const QByteArray head = text.left(colon).toUpper();
    const qsizetype semicolon = head.indexOf(';');
    line.name = (semicolon < 0 ? head : head.left(semicolon)).trimmed();
    line.parameters = semicolon < 0 ? QByteArray() : head.mid(semicolon);
    line.name = line.name.mid(line.name.lastIndexOf('.') + 1);
    line.value = text.mid(colon + 1);
    if (line.parameters.contains("QUOTED-PRINTABLE"))
        line.value = fromQuotedPrintable(line.value);
    return line;
}

QByteArray charset(const QByteArray& parameters)
{
    const qsizetype at = parameters.indexOf("CHARSET=");
    const QByteArray name = at < 0 ? QByteArray() : parameters.mid(at + 8);
    return name.left(name.indexOf(';') < 0 ? name.size() : name.indexOf(';'));
}

/// Splits at unescaped separators and undoes the escapes of each part. A backslash that the end left alone stands for nothing.
QStringList split(const QString& text, QChar separator)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('\\')) {
            const QChar next = ++i < text.size() ? text[i] : QChar(QLatin1Char(' '));
            parts.last() += next == QLatin1Char('n') || next == QLatin1Char('N') ? QChar(QLatin1Char('\n')) : next;
        } else if (text[i] == separator) {
            parts.append(QString());
        } else {
            parts.last() += text[i];
        }
    }
    for (QString& part : parts)
        part = part.trimmed();
    return parts;
}

/// Some generators of QR codes write the two characters \n where a line should end.
QByteArray withLineEnds(QByteArrayView text)
{
    QByteArray plain = text.toByteArray();
    plain.replace("\r\n", "\n");
    plain.replace('\r', '\n');
    if (!plain.contains('\n') && plain.left(13).toUpper().startsWith("BEGIN:VCARD\\")) {
        plain.replace("\\r\\n", "\n");
        plain.replace("\\n", "\n");
    }
    return plain;
}

} // namespace

std::vector<Contact> parseVCards(QByteArrayView text)
{
    std::vector<Contact> contacts;
    bool inside = false;
    int properties = 0;
    QByteArray elsewhere; // the first charset that a line names speaks for those that name none
    std::vector<Line> lines;
    for (const QByteArray& one : unfold(withLineEnds(withoutMark(text)))) {
        if (auto line = parseLine(one))
            lines.push_back(std::move(*line));
        if (elsewhere.isEmpty() && !lines.empty())
            elsewhere = charset(lines.back().parameters);
    }
    for (const Line& line : lines) {
        const QByteArray value = line.value.trimmed().toUpper();
        if (line.name == "BEGIN" && value == "VCARD") {
            if (static_cast<int>(contacts.size()) == maxCards)
                break;
            contacts.emplace_back();
            inside = true;
            properties = 0;
        } else if (line.name == "END" && value == "VCARD") {
            inside = false;
        } else if (inside && ++properties <= maxProperties) {
            const QByteArrayView kept = &line == &lines.back() ? withoutCutCharacter(line.value) : QByteArrayView(line.value);
            const QString said = decoded(kept, charset(line.parameters), elsewhere);
            addProperty(contacts.back(), {line.name, line.parameters, split(said, isStructured(line.name) ? QChar(QLatin1Char(';')) : QChar())});
        }
    }
    for (Contact& contact : contacts)
        completeName(contact);
    return contacts;
}

} // namespace rapport::contact
