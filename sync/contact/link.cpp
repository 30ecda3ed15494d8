// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/link.h"

#include "sync/contact/phone.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <initializer_list>

namespace rapport::contact
{

namespace
{

QString unescaped(const QString& percent)
{
    return QUrl::fromPercentEncoding(percent.toUtf8()).trimmed();
}

/// What stands behind one of @p schemes, which end in a colon; null where none of them leads the text.
QString behind(const QString& text, std::initializer_list<const char*> schemes)
{
    for (const char* scheme : schemes) {
        if (const QLatin1String name(scheme); text.startsWith(name, Qt::CaseInsensitive))
            return text.mid(name.size());
    }
    return {};
}

Contact mailbox(const QString& address)
{
    Contact contact;
    if (!address.isEmpty())
        contact.emails.append(address);
    return contact;
}

Contact telephone(const QString& number, Phone::Kind kind)
{
    Contact contact;
    if (!number.isEmpty())
        contact.phones.push_back({number, kind});
    return contact;
}

/// "https://wa.me/6281234567890", "https://api.whatsapp.com/send?phone=…", "whatsapp://send?phone=…": the number without its plus.
QString whatsAppNumber(const QUrl& url)
{
    QString number;
    if (url.host() == QLatin1String("wa.me"))
        number = url.path().mid(1);
    else if (url.host().endsWith(QLatin1String("whatsapp.com")) || url.scheme() == QLatin1String("whatsapp"))
        number = QUrlQuery(url).queryItemValue(QStringLiteral("phone"));
    if (number.startsWith(QLatin1Char('+')))
        number.remove(0, 1);
    const bool digits = !number.isEmpty() && std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits ? QLatin1Char('+') + number : QString();
}

} // namespace

std::optional<Contact> parseLink(const QString& text)
{
    static const QRegularExpression web(QStringLiteral("^(https?://|whatsapp://|www\\.)\\S+$"), QRegularExpression::CaseInsensitiveOption);
    if (web.match(text).hasMatch()) {
        Contact contact;
        contact.urls.append(text);
        if (const QString number = whatsAppNumber(QUrl(text)); !number.isEmpty())
            contact.phones.push_back({number, Phone::Kind::Mobile});
        return contact;
    }
    if (const QString rest = behind(text, {"mailto:"}); !rest.isNull())
        return mailbox(unescaped(rest.section(QLatin1Char('?'), 0, 0).section(QLatin1Char(','), 0, 0)));
    if (const QString rest = behind(text, {"smtp:"}); !rest.isNull())
        return mailbox(rest.section(QLatin1Char(':'), 0, 0).trimmed());
    if (const QString rest = behind(text, {"matmsg:to:"}); !rest.isNull())
        return mailbox(rest.section(QLatin1Char(';'), 0, 0).trimmed());
    if (const QString rest = behind(text, {"tel:"}); !rest.isNull())
        return telephone(numberOfLink(QStringLiteral("tel:") + unescaped(rest)), Phone::Kind::Work);
    if (const QString rest = behind(text, {"smsto:", "sms:", "mmsto:", "mms:"}); !rest.isNull()) {
        static const QRegularExpression end(QStringLiteral("[:;?,]"));
        return telephone(unescaped(rest.left(rest.indexOf(end) < 0 ? rest.size() : rest.indexOf(end))), Phone::Kind::Mobile);
    }
    return {};
}

bool isNobody(const QString& text)
{
    return !behind(text, {"wifi:", "otpauth:", "otpauth-migration:", "begin:vevent", "begin:vcalendar", "geo:", "dpp:"}).isNull();
}

} // namespace rapport::contact
