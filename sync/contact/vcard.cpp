// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/vcard.h"

#include <QStringDecoder>

namespace rapport::contact
{

namespace
{

constexpr int maxCards = 1000, maxProperties = 1000;

struct Property {
    QByteArray name;       ///< upper case, without group
    QByteArray parameters; ///< upper case, ";TYPE=CELL;…"
    QByteArray value;      ///< unfolded, decoded from quoted-printable, still escaped
};

/// Lines with folding undone on bytes, since a fold may part a character. A quoted-printable soft break goes on as well.
std::vector<QByteArray> unfold(QByteArrayView text)
{
    QByteArray plain = text.toByteArray();
    plain.replace("\r\n", "\n");
    plain.replace('\r', '\n');
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

QByteArray fromQuotedPrintable(const QByteArray& text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QByteArray hex = text.mid(i + 1, 2);
        bool good = false;
        const int code = text[i] == '=' && hex.size() == 2 ? hex.toInt(&good, 16) : 0;
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

std::optional<Property> parseProperty(const QByteArray& line)
{
    const qsizetype colon = valueColon(line);
    if (colon <= 0)
        return {};
    Property property;
    const QByteArray head = line.left(colon).toUpper();
    const qsizetype semicolon = head.indexOf(';');
    property.name = (semicolon < 0 ? head : head.left(semicolon)).trimmed();
    property.parameters = semicolon < 0 ? QByteArray() : head.mid(semicolon);
    property.name = property.name.mid(property.name.lastIndexOf('.') + 1);
    property.value = line.mid(colon + 1);
    if (property.parameters.contains("QUOTED-PRINTABLE"))
        property.value = fromQuotedPrintable(property.value);
    return property;
}

/// UTF-8 where it is valid, else the charset that the property names, else Latin-1, which badge printers of old still send.
QString decode(const Property& property)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8.decode(property.value);
    if (!utf8.hasError())
        return text;
    const qsizetype at = property.parameters.indexOf("CHARSET=");
    if (at >= 0) {
        QByteArray name = property.parameters.mid(at + 8);
        name = name.left(name.indexOf(';') < 0 ? name.size() : name.indexOf(';'));
        if (const auto encoding = QStringConverter::encodingForName(name.constData())) {
            QStringDecoder decoder(*encoding);
            return decoder.decode(property.value);
        }
    }
    return QString::fromLatin1(property.value);
}

/// Splits at unescaped separators and undoes the escapes of each part.
QStringList split(const QString& text, QChar separator)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('\\') && i + 1 < text.size()) {
            const QChar next = text[++i];
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

QString whole(const QString& text)
{
    return split(text, QChar()).join(QString()).trimmed();
}

Phone::Kind phoneKind(const QByteArray& parameters)
{
    if (parameters.contains("FAX"))
        return Phone::Kind::Fax;
    if (parameters.contains("CELL") || parameters.contains("MOBILE"))
        return Phone::Kind::Mobile;
    return parameters.contains("HOME") ? Phone::Kind::Home : Phone::Kind::Work;
}

void addName(Contact& contact, const QString& text)
{
    const QStringList parts = split(text, QLatin1Char(';'));
    contact.familyName = parts.value(0);
    contact.givenName = QStringList{parts.value(1), parts.value(2)}.join(QLatin1Char(' ')).trimmed();
    contact.prefix = parts.value(3);
}

void addAddress(Contact& contact, const QString& text)
{
    if (!contact.street.isEmpty() || !contact.city.isEmpty())
        return; // the first one is the business address on every badge seen
    const QStringList parts = split(text, QLatin1Char(';'));
    contact.street = parts.value(2).replace(QLatin1Char('\n'), QLatin1String(", "));
    contact.city = parts.value(3);
    contact.postcode = parts.value(5);
    contact.country = parts.value(6);
}

void add(Contact& contact, const Property& property)
{
    const QString text = decode(property);
    if (text.trimmed().isEmpty())
        return;
    if (property.name == "N") {
        addName(contact, text);
    } else if (property.name == "FN") {
        contact.fullName = whole(text);
    } else if (property.name == "ORG") {
        const QStringList parts = split(text, QLatin1Char(';'));
        contact.organisation = parts.value(0);
        contact.department = parts.mid(1).join(QLatin1Char(' ')).trimmed();
    } else if (property.name == "TITLE") {
        contact.jobTitle = whole(text);
    } else if (property.name == "EMAIL") {
        QString address = whole(text);
        if (address.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
            address = address.mid(7);
        contact.emails.append(address);
    } else if (property.name == "TEL") {
        QString number = whole(text);
        if (number.startsWith(QLatin1String("tel:"), Qt::CaseInsensitive))
            number = number.mid(4).section(QLatin1Char(';'), 0, 0);
        contact.phones.push_back({number, phoneKind(property.parameters)});
    } else if (property.name == "URL") {
        contact.urls.append(whole(text));
    } else if (property.name == "ADR") {
        addAddress(contact, text);
    } else if (property.name == "NOTE") {
        contact.note = whole(text);
    } else if (property.name == "UID" || property.name == "X-BADGE-ID") {
        contact.badgeId = whole(text);
    }
}

} // namespace

void completeName(Contact& contact)
{
    if (contact.fullName.isEmpty())
        contact.fullName = QStringList{contact.prefix, contact.givenName, contact.familyName}.join(QLatin1Char(' ')).simplified();
    if (contact.familyName.isEmpty() && contact.givenName.isEmpty() && !contact.fullName.isEmpty()) {
        contact.familyName = contact.fullName.section(QLatin1Char(' '), -1);
        contact.givenName = contact.fullName.section(QLatin1Char(' '), 0, -2);
    }
}

std::vector<Contact> parseVCards(QByteArrayView text)
{
    std::vector<Contact> contacts;
    bool inside = false;
    int properties = 0;
    for (const QByteArray& line : unfold(text)) {
        const auto property = parseProperty(line);
        if (!property)
            continue;
        const QByteArray value = property->value.trimmed().toUpper();
        if (property->name == "BEGIN" && value == "VCARD") {
            if (static_cast<int>(contacts.size()) == maxCards)
                break;
            contacts.emplace_back();
            inside = true;
            properties = 0;
        } else if (property->name == "END" && value == "VCARD") {
            inside = false;
        } else if (inside && ++properties <= maxProperties) {
            add(contacts.back(), *property);
        }
    }
    for (Contact& contact : contacts)
        completeName(contact);
    return contacts;
}

} // namespace rapport::contact
