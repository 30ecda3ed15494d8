// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/value.h"

#include <QString>

#include <optional>

namespace rapport::xlsform
{

/// What a word of the type column means, questions that need no list apart from it.
struct QuestionType {
    QString control;   ///< XForms element; empty: the question is not shown
    QString mediaType; ///< of an upload
    Value bind;        ///< attributes that the type brings
    QString hint;      ///< that the type brings where the row has none
};

/// The meaning of a type, aliases included ("photo", "add photo prompt"); nothing for a word that is no type.
const QuestionType* questionType(const QString& word);

/// The one word for types that have several and are treated apart: "imei" → "deviceid", "image" → "photo".
QString mainTypeName(const QString& word);

/// "begin group", "end_repeat", "begin loop over list".
struct SectionMark {
    bool begin = true;
    enum class What { Group, Repeat, Loop } what = What::Group;
    QString list;         ///< of a loop
    QString word() const; ///< "group", "repeat", "loop"
};
std::optional<SectionMark> sectionMark(const QString& type);

/// "select_one colours or_other", "rank list", "select_multiple_from_file a.csv".
struct SelectWord {
    QString command; ///< as written
    enum class What { One, Many, Rank, OneExternal } what = What::One;
    QString list;
    bool orOther = false;
    bool fromFile() const;
};
std::optional<SelectWord> selectWord(const QString& type);

/// "osm" or "osm tags".
std::optional<QString> osmList(const QString& type);

/// Extension of a list that is a file: ".csv", ".xml", ".geojson"; empty for any other.
QString fileExtension(const QString& list);

} // namespace rapport::xlsform
