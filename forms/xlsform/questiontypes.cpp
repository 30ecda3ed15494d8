// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/questiontypes.h"

#include <QHash>
#include <QRegularExpression>

#include <iterator>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

/// One line for types that mean the same, words separated by "|".
struct Line {
    const char16_t* words;
    const char16_t* control;
    const char16_t* bindType;
    const char16_t* mediaType = u"";
    const char16_t* preload = u"";
    const char16_t* parameter = u"";
    const char16_t* constraint = u"";
    const char16_t* hint = u"";
    bool readonly = false;
};

constexpr Line lines[] = {
    {u"text|string|q string|add text prompt", u"input", u"string"},
    {u"integer|int|q int|add integer prompt", u"input", u"int"},
    {u"decimal|q decimal|add decimal prompt", u"input", u"decimal"},
    {u"date|q date|add date prompt", u"input", u"date"},
    {u"time", u"input", u"time"},
    {u"dateTime|datetime|date time|q dateTime|q date time|add date time prompt|add dateTime prompt", u"input", u"dateTime"},
    {u"geopoint|location|gps|q geopoint|q location|add location prompt", u"input", u"geopoint"},
    {u"geotrace|q geotrace", u"input", u"geotrace"},
    {u"geoshape|q geoshape", u"input", u"geoshape"},
    {u"barcode|q barcode|add barcode prompt", u"input", u"barcode"},
    {u"note|q note|add note prompt", u"input", u"string", u"", u"", u"", u"", u"", true},
    {u"acknowledge|q acknowledge|add acknowledge prompt", u"trigger", u"string"},
    {u"trigger", u"trigger", u""},
    {u"photo|image|q picture|q image|add image prompt|add photo prompt", u"upload", u"binary", u"image/*"},
    {u"audio|q audio|add audio prompt", u"upload", u"binary", u"audio/*"},
    {u"video|q video|add video prompt", u"upload", u"binary", u"video/*"},
    {u"file|add file prompt", u"upload", u"binary", u"application/*"},
    {u"osm", u"upload", u"binary", u"osm/*"},
    {u"select one|select one using|add select one prompt using|q select1", u"select1", u"string"},
    {u"select all that apply|select all that apply from|select multiple from|select multiple using|add select multiple prompt using|q select",
     u"select", u"string"},
    {u"select one external", u"input", u"string"},
    {u"rank", u"odk:rank", u"odk:rank"},
    {u"range", u"range", u"int"},
    {u"percentage", u"input", u"int", u"", u"", u"", u"0 <= . and . <= 100"},
    {u"phone number", u"input", u"string", u"", u"", u"", u"regex(., '^\\d*$')", u"Enter numbers only."},
    {u"number of days in last month", u"input", u"int", u"", u"", u"", u"0 <= . and . <= 31", u"Enter a number 0-31."},
    {u"number of days in last six months", u"input", u"int", u"", u"", u"", u"0 <= . and . <= 183", u"Enter a number 0-183."},
    {u"number of days in last year", u"input", u"int", u"", u"", u"", u"0 <= . and . <= 365", u"Enter a number 0-365."},
    {u"calculate|q calculate|add calculate prompt|hidden", u"", u"string"},
    {u"start|start time|get start time", u"", u"dateTime", u"", u"timestamp", u"start"},
    {u"end|end time|get end time", u"", u"dateTime", u"", u"timestamp", u"end"},
    {u"today|get today", u"", u"date", u"", u"date", u"today"},
    {u"deviceid|device id|get device id|imei", u"", u"string", u"", u"property", u"deviceid"},
    {u"subscriberid|subscriber id|get subscriber id", u"", u"string", u"", u"property", u"subscriberid"},
    {u"simserial|sim id|get sim id", u"", u"string", u"", u"property", u"simserial"},
    {u"phonenumber|get phone number", u"", u"string", u"", u"property", u"phonenumber"},
    {u"username", u"", u"string", u"", u"property", u"username"},
    {u"email", u"", u"string", u"", u"property", u"email"},
    {u"uri:subscriberid", u"", u"string", u"", u"property", u"uri:subscriberid"},
    {u"uri:phonenumber", u"", u"string", u"", u"property", u"uri:phonenumber"},
    {u"uri:simserial", u"", u"string", u"", u"property", u"uri:simserial"},
    {u"uri:deviceid", u"", u"string", u"", u"property", u"uri:deviceid"},
    {u"uri:username", u"", u"string", u"", u"property", u"uri:username"},
    {u"uri:email", u"", u"string", u"", u"property", u"uri:email"},
    {u"audit", u"", u"binary"},
    {u"start-geopoint", u"", u"geopoint"},
    {u"background-geopoint", u"", u"geopoint"},
    {u"background-audio", u"", u"binary"},
    {u"csv-external|xml-external", u"", u""},
};

QuestionType made(const Line& line)
{
    QuestionType type;
    type.control = QString::fromUtf16(line.control);
    type.mediaType = QString::fromUtf16(line.mediaType);
    type.hint = QString::fromUtf16(line.hint);
    const std::pair<QString, QString> attributes[] = {{u"readonly"_s, line.readonly ? u"true()"_s : QString()},
                                                      {u"type"_s, QString::fromUtf16(line.bindType)},
                                                      {u"jr:preload"_s, QString::fromUtf16(line.preload)},
                                                      {u"jr:preloadParams"_s, QString::fromUtf16(line.parameter)},
                                                      {u"constraint"_s, QString::fromUtf16(line.constraint)}};
    for (const auto& [name, text] : attributes) {
        if (!text.isEmpty())
            type.bind.set(name, text);
    }
    return type;
}

const QHash<QString, QuestionType>& table()
{
    static const QHash<QString, QuestionType> types = [] {
        QHash<QString, QuestionType> out;
        for (const Line& line : lines) {
            const QStringList words = QString::fromUtf16(line.words).split(u'|');
            for (const QString& word : words)
                out.insert(word, made(line));
        }
        return out;
    }();
    return types;
}

} // namespace

const QuestionType* questionType(const QString& word)
{
    const auto found = table().constFind(word);
    return found == table().constEnd() ? nullptr : &*found;
}

QString mainTypeName(const QString& word)
{
    static const QHash<QString, QString> names = {{u"imei"_s, u"deviceid"_s},          {u"image"_s, u"photo"_s},
                                                  {u"add image prompt"_s, u"photo"_s}, {u"add photo prompt"_s, u"photo"_s},
                                                  {u"add audio prompt"_s, u"audio"_s}, {u"add video prompt"_s, u"video"_s},
                                                  {u"add file prompt"_s, u"file"_s}};
    return names.value(word, word);
}

QString SectionMark::word() const
{
    return what == What::Group ? u"group"_s : what == What::Repeat ? u"repeat"_s : u"loop"_s;
}

std::optional<SectionMark> sectionMark(const QString& type)
{
    static const QRegularExpression begin(u"^begin[\\s_](group|lgroup|repeat|loop|looped group)(?: (?:over )?(\\S+))?$"_s);
    static const QRegularExpression end(u"^end[\\s_](group|lgroup|repeat|loop|looped group)$"_s);
    if (!type.startsWith(u"begin") && !type.startsWith(u"end"))
        return std::nullopt;
    SectionMark mark;
    auto match = begin.match(type);
    if (!match.hasMatch()) {
        match = end.match(type);
        mark.begin = false;
    }
    if (!match.hasMatch())
        return std::nullopt;
    const QString word = match.captured(1);
    mark.what = word == u"group" ? SectionMark::What::Group : word == u"loop" ? SectionMark::What::Loop : SectionMark::What::Repeat;
    mark.list = match.captured(2);
    return mark;
}

bool SelectWord::fromFile() const
{
    return command.endsWith(u"from_file") || command.endsWith(u"from file");
}

std::optional<SelectWord> selectWord(const QString& type)
{
    using What = SelectWord::What;
    static const std::pair<QString, What> commands[] = {
        {u"add select one prompt using"_s, What::One},
        {u"add select multiple prompt using"_s, What::Many},
        {u"select all that apply from"_s, What::Many},
        {u"select one from"_s, What::One},
        {u"select1"_s, What::One},
        {u"select_one"_s, What::One},
        {u"select one"_s, What::One},
        {u"select_multiple"_s, What::Many},
        {u"select all that apply"_s, What::Many},
        {u"select_one_external"_s, What::OneExternal},
        {u"select_one_from_file"_s, What::One},
        {u"select_multiple_from_file"_s, What::Many},
        {u"select one from file"_s, What::One},
        {u"select multiple from file"_s, What::Many},
        {u"select multiple from"_s, What::Many},
        {u"select multiple"_s, What::Many},
        {u"rank"_s, What::Rank},
    };
    static const QRegularExpression rest(u"^ (\\S+)( (?:or specify other|or_other|or other))?$"_s);
    for (const auto& [command, what] : commands) {
        if (!type.startsWith(command))
            continue;
        const auto tail = rest.match(type.mid(command.size()));
        if (tail.hasMatch())
            return SelectWord{command, what, tail.captured(1), tail.capturedLength(2) > 0};
    }
    return std::nullopt;
}

std::optional<QString> osmList(const QString& type)
{
    static const QRegularExpression pattern(u"^osm (\\S+)"_s);
    const auto match = pattern.match(type);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

QString fileExtension(const QString& list)
{
    for (const QString& extension : {u".csv"_s, u".xml"_s, u".geojson"_s}) {
        if (list.endsWith(extension) && list.size() > extension.size())
            return extension;
    }
    return {};
}

} // namespace rapport::xlsform
