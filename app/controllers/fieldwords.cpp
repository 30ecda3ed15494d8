// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/fieldwords.h"

#include <QCoreApplication>

#include <utility>

namespace rapport::app
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ContactField)
};

} // namespace

QString fieldLabel(const QString& key)
{
    const std::pair<const char*, QString> labels[] = {{"contacts.given_name", Words::tr("Given name")},
                                                      {"contacts.family_name", Words::tr("Family name")},
                                                      {"contacts.job_title", Words::tr("Job title")},
                                                      {"contacts.email", Words::tr("E-mail")},
                                                      {"contacts.phone", Words::tr("Telephone")},
                                                      {"contacts.mobile", Words::tr("Mobile")},
                                                      {"contacts.other_emails", Words::tr("Further e-mail addresses")},
                                                      {"contacts.other_phones", Words::tr("Further numbers")},
                                                      {"contacts.badge_id", Words::tr("Badge number")},
                                                      {"organisations.legal_name", Words::tr("Company")},
                                                      {"organisations.street", Words::tr("Street")},
                                                      {"organisations.postcode", Words::tr("Postcode")},
                                                      {"organisations.city", Words::tr("City")},
                                                      {"organisations.country", Words::tr("Country")},
                                                      {"organisations.phone", Words::tr("Telephone")},
                                                      {"organisations.website", Words::tr("Website")},
                                                      {"opportunities.amount", Words::tr("Estimated value")},
                                                      {"opportunities.stage", Words::tr("Stage")}};
    for (const auto& [known, label] : labels) {
        if (key == QLatin1String(known))
            return label;
    }
    QString word = key.section(QLatin1Char('.'), -1);
    word.replace(QLatin1Char('_'), QLatin1Char(' '));
    return word.left(1).toUpper() + word.mid(1);
}

} // namespace rapport::app
