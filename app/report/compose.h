// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/report/content.h"
#include "forms/base/result.h"
#include "forms/xform/form.h"
#include "sync/store/store.h"

namespace rapport::report
{

struct Request {
    store::ConversationId conversation;
    QString language; ///< code of the report's language: "de"
    Audience audience = Audience::Customer;
};

/// What a report can be made in: the form's languages, and the app's where the form has none of its own.
struct ReportLanguage {
    QString code, name; ///< "de", "Deutsch"
    friend bool operator==(const ReportLanguage&, const ReportLanguage&) = default;
};
std::vector<ReportLanguage> languagesOf(const forms::Form& form);
/// Of a conversation's form, read from the store.
Result<std::vector<ReportLanguage>> languagesOf(store::Store& store, store::ConversationId conversation);

/// What the report of a finished conversation says. Its pictures are named, not read: see addPictures(). Invalid: it is a draft.
Result<Content> compose(store::Store& store, const Request& request);

/// "2027-11-10 Frischmarkt Handels AG - Maintenance checklist.pdf": nothing that a file system or a person stumbles over.
QString fileNameOf(const QDate& date, const QString& customer, const QString& title);

} // namespace rapport::report
