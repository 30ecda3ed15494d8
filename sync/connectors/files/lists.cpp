// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/files/lists.h"

using namespace Qt::StringLiterals;

namespace rapport::connectors::files
{

const std::vector<StandardList>& standardLists()
{
    static const std::vector<StandardList> lists = [] {
        const std::pair<QString, QString> table[] = {
            {u"contacts"_s,
             u"organisation_id given_name family_name job_title email phone mobile other_emails other_phones street postcode city country "
             "language lead_status consent_contact consent_newsletter consent_text_id badge_id remark"_s},
            {u"organisations"_s, u"customer_number legal_name street postcode city country phone website segment account_owner"_s},
            {u"sales"_s, u"organisation_id number date amount currency product_group as_of source"_s},
            {u"offers"_s, u"organisation_id number date valid_until amount currency stage as_of source"_s},
            {u"opportunities"_s, u"organisation_id contact_id title amount currency stage next_step due source"_s},
            {u"followups"_s, u"contact_id kind channel asset_ids due owner address quantity remark"_s},
            {u"activities"_s, u"organisation_id contact_id kind at author title summary source"_s},
            {u"machines"_s, u"organisation_id serial product model built location last_service hours"_s},
            {u"measurements"_s, u"machine_id quantity value unit min max at conversation"_s},
            {u"parts"_s, u"part_number description unit"_s},
            {u"limits"_s, u"model quantity unit lo hi"_s},
            {u"jobs"_s, u"machine_id organisation_id ticket_number subject priority due assignee state"_s},
            {u"products"_s, u"number group description"_s},
            {u"prices"_s, u"product_id list_price currency valid_from valid_to"_s},
            {u"attendees"_s, u"badge_id given_name family_name organisation job_title email phone country"_s},
            {u"people"_s, u"given_name family_name role speciality email"_s},
            {u"free_busy"_s, u"person_id from to"_s},
            {u"briefings"_s, u"organisation_id contact_id kind body author as_of"_s},
            {u"consents"_s, u"contact_id purpose given text_id language signature at device author record withdrawn_at withdrawn_by"_s},
        };
        std::vector<StandardList> out;
        for (const auto& [name, properties] : table)
            out.push_back({name, properties.split(u' ')});
        return out;
    }();
    return lists;
}

} // namespace rapport::connectors::files
