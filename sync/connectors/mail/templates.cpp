// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/mail/templates.h"

#include "sync/connectors/firstfault.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::mail
{
namespace
{

constexpr qsizetype largestFile = 1 << 20;

const QRegularExpression& placeholder()
{
    static const QRegularExpression pattern(u"[{]([^{}]*)[}]"_s);
    return pattern;
}

class Reader : public FirstFault
{
public:
    Templates templates(const QJsonObject& json)
    {
        Templates out;
        knowOnly(json, {u"language"_s, u"mails"_s, u"closing"_s}, u"templates"_s);
        out.language = json["language"_L1].toString();
        const QJsonArray mails = json["mails"_L1].toArray();
        if (mails.isEmpty())
            complain(u"templates"_s, u"\"mails\" is missing"_s);
        for (qsizetype i = 0; i < mails.size(); ++i)
            out.mails.push_back(mail(mails[i].toObject(), u"mails[%1]"_s.arg(i), out.language));
        const QJsonObject closing = json["closing"_L1].toObject();
        for (auto it = closing.begin(); it != closing.end(); ++it)
            out.closing[it.key()] = lines(it.value(), u"closing."_s + it.key());
        if (out.closing.count(out.language) == 0)
            complain(u"closing"_s, u"it is missing in \"%1\", the language of the file"_s.arg(out.language));
        return out;
    }

private:
    QStringList texts(const QJsonValue& value, const QString& place)
    {
        QStringList out;
        for (const QJsonValue& one : value.toArray()) {
            if (!one.isString())
                complain(place, u"a text is expected"_s);
            out += one.toString();
        }
        return out;
    }

    MailTemplate mail(const QJsonObject& json, const QString& place, const QString& language)
    {
        knowOnly(json, {u"kind"_s, u"channels"_s, u"attachments"_s, u"needs_attachment"_s, u"texts"_s}, place);
        MailTemplate out;
        out.kind = json["kind"_L1].toString();
        if (out.kind.isEmpty())
            complain(place, u"\"kind\" is missing"_s);
        out.channels = texts(json["channels"_L1], place + ".channels"_L1);
        out.attachments = texts(json["attachments"_L1], place + ".attachments"_L1);
        out.needsAttachment = json["needs_attachment"_L1].toBool();
        const QJsonObject texts = json["texts"_L1].toObject();
        for (auto it = texts.begin(); it != texts.end(); ++it) {
            const QString where = place + ".texts."_L1 + it.key();
            const QJsonObject one = it.value().toObject();
            knowOnly(one, {u"subject"_s, u"text"_s}, where);
            const QStringList subject = lines(QJsonArray{one["subject"_L1]}, where + ".subject"_L1);
            out.texts[it.key()] = {subject.value(0), lines(one["text"_L1], where + ".text"_L1)};
        }
        if (out.texts.count(language) == 0)
            complain(place + ".texts"_L1, u"it is missing in \"%1\", the language of the file"_s.arg(language));
        return out;
    }

    QStringList lines(const QJsonValue& value, const QString& place)
    {
        static const QStringList ours{u"@id"_s, u"@label"_s, u"@author"_s, u"@date"_s, u"@sender"_s, u"@unsubscribe"_s};
        const QStringList out = texts(value, place);
        if (out.join(QString()).trimmed().isEmpty())
            complain(place, u"it is empty"_s);
        for (const QString& line : out) {
            for (auto it = placeholder().globalMatch(line); it.hasNext();) {
                for (const QString& name : it.next().captured(1).split(QRegularExpression(u"[ |]"_s))) {
                    if (name.isEmpty() || (name.startsWith(u'@') && !ours.contains(name)))
                        complain(place, u"{%1} is not known"_s.arg(name));
                }
            }
            if (QString(line).remove(placeholder()).contains(QRegularExpression(u"[{}]"_s)))
                complain(place, u"a bracket { or } stands alone"_s);
        }
        return out;
    }
};

QString propertyOf(const Entity& entity, const QString& name)
{
    if (name == "@id"_L1)
        return entity.id;
    if (name == "@label"_L1)
        return entity.label;
    const auto found = entity.properties.find(name);
    return found == entity.properties.end() ? QString() : found->second;
}

QString valueOf(const QString& name, const Facts& facts)
{
    static const QString contact = u"contact_id."_s;
    if (const auto found = facts.more.find(name); found != facts.more.end())
        return found->second;
    return name.startsWith(contact) ? propertyOf(facts.contact, name.mid(contact.size())) : propertyOf(facts.followup, name);
}

/// "2027-12-02T14:00" → "2 December 2027 14:00"; what is no date stays.
QString readable(const QString& value, const QString& language)
{
    static const QRegularExpression date(u"^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d.*)?$"_s);
    if (!date.match(value).hasMatch())
        return value;
    static const QRegularExpression weekday(u"dddd,? *"_s);
    const QLocale locale = language == "en"_L1 ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(language);
    const QDate day = QDate::fromString(value.left(10), Qt::ISODate);
    const QTime time = QTime::fromString(value.mid(11, 5), u"hh:mm"_s);
    if (!day.isValid())
        return value;
    const QString text = locale.toString(day, locale.dateFormat(QLocale::LongFormat).remove(weekday));
    return time.isValid() ? text + u' ' + locale.toString(time, QLocale::ShortFormat) : text;
}

/// {contact_id.given_name contact_id.family_name|contact_id.@label}: the first alternative of which something is filled.
QString expanded(const QString& inside, const Facts& facts, const QString& language)
{
    for (const QString& alternative : inside.split(u'|')) {
        QStringList parts;
        for (const QString& name : alternative.split(u' ', Qt::SkipEmptyParts)) {
            if (const QString value = readable(valueOf(name, facts), language); !value.isEmpty())
                parts += value;
        }
        if (!parts.isEmpty())
            return parts.join(u' ');
    }
    return {};
}

} // namespace

const MailTemplate* Templates::of(const Entity& followup) const
{
    const QString kind = propertyOf(followup, u"kind"_s), channel = propertyOf(followup, u"channel"_s);
    const auto found = std::find_if(mails.begin(), mails.end(), [&](const MailTemplate& mail) {
        return mail.kind == kind && (mail.channels.isEmpty() || mail.channels.contains(channel));
    });
    return found == mails.end() ? nullptr : &*found;
}

std::optional<QString> filledIn(const QString& line, const Facts& facts, const QString& language)
{
    QString out;
    qsizetype done = 0;
    for (auto it = placeholder().globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        const QString value = expanded(match.captured(1), facts, language);
        if (value.isEmpty())
            return std::nullopt;
        out += line.mid(done, match.capturedStart() - done) + value;
        done = match.capturedEnd();
    }
    return out + line.mid(done);
}

Result<Templates> parseTemplates(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return Error{Error::Kind::Invalid, u"templates: not JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset)};
    Reader reader;
    Templates templates = reader.templates(document.object());
    if (!reader.fault.isEmpty())
        return Error{Error::Kind::Invalid, reader.fault};
    return templates;
}

Result<Templates> loadTemplates(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return Error{Error::Kind::Invalid, u"templates: the file cannot be read"_s};
    return parseTemplates(file.readAll());
}

} // namespace rapport::connectors::mail
