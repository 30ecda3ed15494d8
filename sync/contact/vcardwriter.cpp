// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/vcardwriter.h"

#include <QUuid>

namespace rapport::contact
{

namespace
{

constexpr qsizetype lineLimit = 75; // bytes without the end (RFC 6350, 3.2)

/// A text in which nothing ends the line: ends of lines as "\n", other control characters left out.
QString onOneLine(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    QString out;
    for (const QChar c : text.trimmed()) {
        if (c == QLatin1Char('\n'))
            out += QLatin1String("\\n");
        else if (c.unicode() >= 0x20 && c.unicode() != 0x7F)
            out += c;
        else if (c == QLatin1Char('\t'))
            out += QLatin1Char(' ');
    }
    return out;
}

QString escaped(QString text)
{
    text.replace(QLatin1String("\\"), QLatin1String("\\\\")).replace(QLatin1Char(','), QLatin1String("\\,"));
    return onOneLine(text.replace(QLatin1Char(';'), QLatin1String("\\;")));
}

QString components(const QStringList& texts)
{
    QStringList out;
    for (const QString& text : texts)
        out += escaped(text);
    return out.join(QLatin1Char(';'));
}

class Card
{
public:
    void add(const char* head, const QString& value)
    {
        if (QString(value).remove(QLatin1Char(';')).isEmpty())
            return;
        QByteArray rest = head + QByteArray(":") + value.toUtf8();
        for (qsizetype room = lineLimit; rest.size() > room; room = lineLimit - 1) {
            qsizetype end = room;
            while (end > 1 && (static_cast<unsigned char>(rest[end]) & 0xC0) == 0x80)
                --end; // not inside a character
            m_text += rest.left(end) + "\r\n ";
            rest.remove(0, end);
        }
        m_text += rest + "\r\n";
    }
    QByteArray text() const { return "BEGIN:VCARD\r\nVERSION:4.0\r\n" + m_text + "END:VCARD\r\n"; }

private:
    QByteArray m_text;
};

const char* headOf(Phone::Kind kind)
{
    switch (kind) {
    case Phone::Kind::Mobile:
        return "TEL;TYPE=cell";
    case Phone::Kind::Home:
        return "TEL;TYPE=home";
    case Phone::Kind::Fax:
        return "TEL;TYPE=fax";
    case Phone::Kind::Work:
    case Phone::Kind::Other:
        break;
    }
    return "TEL;TYPE=work";
}

/// FN, which no card may be without.
QString shownName(const Contact& contact, CardKind kind)
{
    const QStringList names = kind == CardKind::Organisation
                                  ? QStringList{contact.organisation, contact.fullName}
                                  : QStringList{contact.fullName, contact.givenName + QLatin1Char(' ') + contact.familyName, contact.organisation};
    for (const QString& name : names + contact.emails) {
        if (const QString text = escaped(name); !text.isEmpty())
            return text;
    }
    return QStringLiteral("?");
}

} // namespace

QByteArray toVCard(const Contact& contact, const QString& uid, CardKind kind)
{
    Card card;
    card.add("KIND", kind == CardKind::Organisation ? QStringLiteral("org") : QStringLiteral("individual"));
    if (const QUuid id = QUuid::fromString(uid); !id.isNull())
        card.add("UID", QStringLiteral("urn:uuid:") + id.toString(QUuid::WithoutBraces));
    else
        card.add("UID;VALUE=text", escaped(uid));
    card.add("FN", shownName(contact, kind));
    card.add("N", components({contact.familyName, contact.givenName, {}, contact.prefix, {}}));
    card.add("ORG", contact.department.isEmpty() ? escaped(contact.organisation) : components({contact.organisation, contact.department}));
    card.add("TITLE", escaped(contact.jobTitle));
    for (const QString& email : contact.emails)
        card.add("EMAIL;TYPE=work", escaped(email));
    for (const Phone& phone : contact.phones)
        card.add(headOf(phone.kind), escaped(phone.number));
    card.add("ADR;TYPE=work", components({{}, {}, contact.street, contact.city, {}, contact.postcode, contact.country}));
    for (const QString& url : contact.urls)
        card.add("URL", onOneLine(url)); // a URI has no escapes of a text
    card.add("NOTE", escaped(contact.note));
    card.add("X-BADGE-ID", escaped(contact.badgeId));
    return card.text();
}

} // namespace rapport::contact
