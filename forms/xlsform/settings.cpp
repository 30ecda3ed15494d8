// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/settings.h"

#include "forms/xlsform/tokens.h"

#include <algorithm>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

const Headings& headings()
{
    static const Headings known = {{u"title"_s,
                                    u"id_string"_s,
                                    u"version"_s,
                                    u"name"_s,
                                    u"default_language"_s,
                                    u"style"_s,
                                    u"namespaces"_s,
                                    u"instance_name"_s,
                                    u"instance_id"_s,
                                    u"public_key"_s,
                                    u"submission_url"_s,
                                    u"auto_send"_s,
                                    u"auto_delete"_s,
                                    u"delimiter"_s,
                                    u"attribute"_s,
                                    u"omit_instanceid"_s,
                                    u"client_editable"_s,
                                    u"allow_choice_duplicates"_s,
                                    u"clean_text_values"_s,
                                    u"instance_xmlns"_s,
                                    u"sms_keyword"_s,
                                    u"sms_separator"_s,
                                    u"sms_allow_media"_s,
                                    u"sms_date_format"_s,
                                    u"sms_datetime_format"_s,
                                    u"sms_response"_s,
                                    u"omit_instanceID"_s},
                                   {{u"form_title"_s, {u"title"_s}},
                                    {u"set_form_title"_s, {u"title"_s}},
                                    {u"form_id"_s, {u"id_string"_s}},
                                    {u"set_form_id"_s, {u"id_string"_s}},
                                    {u"prefix"_s, {u"odk_prefix"_s}}},
                                   {}};
    return known;
}

/// A switch that says neither yes nor no stays as it is, with a word about it.
bool flag(const Value& row, const QString& name, bool otherwise, int number, Remarks& remarks)
{
    const QString text = row.textOf(name);
    if (text.isEmpty())
        return otherwise;
    const auto said = yesOrNo(text);
    if (!said)
        remarks.warn(u"settings"_s, number, name,
                     u"On the 'settings' sheet, the '%1' value may need to be updated. It expects one of: true/false/yes/no, but the value '%2' was "
                     "not recognised. Learn more: https://docs.getodk.org/xlsform/#the-settings-sheet"_s.arg(name, text));
    return said.value_or(otherwise);
}

/// Both spellings of the form's id: the newer one counts.
Sheet withoutSecondId(const Sheet& sheet, Remarks& remarks)
{
    Sheet out = sheet;
    const auto at = [&](QLatin1String name) { return std::find(out.headings.begin(), out.headings.end(), name); };
    if (at("form_id"_L1) == out.headings.end() || at("id_string"_L1) == out.headings.end())
        return out;
    remarks.warn(u"settings"_s, 1, u"id_string"_s,
                 u"The form_id and id_string column headers are both specified in the settings sheet provided. This may cause errors during "
                 "conversion. In future, its best to avoid specifying both column headers in the settings sheet."_s);
    const int index = static_cast<int>(at("id_string"_L1) - out.headings.begin());
    for (Sheet::Row& row : out.rows)
        std::erase_if(row.cells, [&](const auto& cell) { return cell.first == index; });
    out.headings[static_cast<std::size_t>(index)] = u"id_string (not used)"_s;
    return out;
}

} // namespace

Settings readSettings(const Sheet* sheet, const ConvertOptions& options, Remarks& remarks)
{
    Settings settings;
    settings.name = options.name.isEmpty() ? u"data"_s : options.name;
    settings.id = options.stem.isEmpty() ? u"data"_s : options.stem;
    settings.defaultLanguage = u"default"_s;
    settings.title = settings.id;
    if (!isXmlName(settings.name))
        remarks.fault({}, 0, {},
                      u"The 'form_name' value is invalid. Names must begin with a letter or underscore. After the first character, names "
                      "may contain letters, digits, underscores, hyphens, or periods."_s);
    if (!sheet || sheet->rows.empty())
        return settings;
    const Table table = readTable(withoutSecondId(*sheet, remarks), u"settings"_s, headings(), u"default"_s, Blanks::Keep, remarks.faults);
    const int number = table.rows.front().number;
    const Value& row = table.rows.front().value;
    const auto take = [&](const QString& column, QString& into) {
        if (const QString text = row.textOf(column); !text.isEmpty())
            into = text;
    };
    take(u"id_string"_s, settings.id);
    settings.title = settings.id;
    const std::pair<QString, QString*> texts[] = {{u"title"_s, &settings.title},
                                                  {u"version"_s, &settings.version},
                                                  {u"name"_s, &settings.name},
                                                  {u"default_language"_s, &settings.defaultLanguage},
                                                  {u"style"_s, &settings.style},
                                                  {u"namespaces"_s, &settings.namespaces},
                                                  {u"instance_name"_s, &settings.instanceName},
                                                  {u"instance_id"_s, &settings.instanceId},
                                                  {u"public_key"_s, &settings.publicKey},
                                                  {u"submission_url"_s, &settings.submissionUrl},
                                                  {u"auto_send"_s, &settings.autoSend},
                                                  {u"auto_delete"_s, &settings.autoDelete},
                                                  {u"odk_prefix"_s, &settings.prefix},
                                                  {u"delimiter"_s, &settings.delimiter},
                                                  {u"instance_xmlns"_s, &settings.instanceXmlns}};
    for (const auto& [column, into] : texts)
        take(column, *into);
    if (row.contains(u"name") && !isXmlName(settings.name))
        remarks.faults.push_back(invalidValue(u"settings"_s, number, u"name"_s,
                                              u"Names must begin with a letter or underscore. After the first character, names may contain letters, "
                                              "digits, underscores, hyphens, or periods."_s));
    settings.omitInstanceId = flag(row, row.contains(u"omit_instanceID") ? u"omit_instanceID"_s : u"omit_instanceid"_s, false, number, remarks);
    settings.clientEditable = flag(row, u"client_editable"_s, false, number, remarks);
    settings.allowChoiceDuplicates = flag(row, u"allow_choice_duplicates"_s, false, number, remarks);
    settings.blanks = flag(row, u"clean_text_values"_s, true, number, remarks) ? Blanks::Collapse : Blanks::Keep;
    if (const Value* attributes = row.find(u"attribute")) {
        for (const auto& [name, value] : attributes->parts())
            settings.attributes.emplace_back(name, value.text());
    }
    if (settings.omitInstanceId && !settings.publicKey.isEmpty())
        remarks.fault(u"settings"_s, number, u"omit_instanceID"_s, u"Cannot omit instanceID, it is required for encryption."_s);
    return settings;
}

bool settingInSurvey(Settings& settings, const QString& type, const QString& value)
{
    if (type == u"set form title" || type == u"form_title" || type == u"set_form_title")
        settings.title = value;
    else if (type == u"set form id" || type == u"form_id" || type == u"set_form_id")
        settings.id = value;
    else if (type == u"prefix")
        settings.prefix = value;
    else
        return false;
    return true;
}

} // namespace rapport::xlsform
