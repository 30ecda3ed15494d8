// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/handingover.h"
#include "app/conversation/jobs.h"
#include "forms/xform/form.h"
#include "sync/store/conflicts.h"
#include "sync/store/store.h"
#include "sync/wire/occasion.h"

#include <QHash>

#include <optional>
#include <vector>

namespace rapport::app
{

/// Something that was agreed in a conversation.
struct FollowUp {
    QString kind; ///< "brochure", "offer", "appointment", "call", "task" or what else the form knows
    QDate due;    ///< null: none was named
    friend bool operator==(const FollowUp&, const FollowUp&) = default;
};

struct DayEntry {
    store::Conversation conversation;
    std::optional<store::OutboxItem> queued;
    std::vector<wire::Receipt> receipts;
    std::vector<FollowUp> followUps;
    std::vector<store::KeptConflict> conflicts; ///< values of it that somebody else has changed too
    bool unresolved = false;                    ///< a badge number, and no name for it

    bool needsYou() const { return isAsked() || needsHelp(); }
    bool isAsked() const;                              ///< a person here is to decide between two values
    bool needsHelp() const;                            ///< the hub or a target waits for a person, for another reason
    bool waitsFor(const wire::Receipt& receipt) const; ///< for a person, and nobody here has decided yet
};

/// A form of the occasion that is asked now and then.
struct OtherForm {
    QString id, title;
    friend bool operator==(const OtherForm&, const OtherForm&) = default;
};

/// What the lists of the app show, read at one moment: today's conversations and what is still here of earlier days.
struct Day {
    QDateTime now;
    std::vector<wire::Occasion> occasions;    ///< that are not over, the current one first
    std::optional<wire::Occasion> occasion;   ///< the current one
    QDateTime nextEnd;                        ///< when the first of the occasions is over; invalid: none of them ends
    std::vector<DayEntry> entries;            ///< newest first
    std::optional<store::Conversation> draft; ///< the newest
    QString formTitle, formVersion;           ///< empty: no form is here
    std::vector<OtherForm> otherForms;        ///< of the occasion, in its order, beside the usual one
    QString user;                             ///< "m.hansen"
    int customers = 0;
    std::vector<Job> jobs; ///< still to be done, the most pressing first
    HandingOver handingOver;
    std::vector<store::KeptConflict> conflicts; ///< all of this tablet, also where the conversation is not here
};

/// Reads days; keeps what it understood of finished conversations, which do not change any more. Used on one thread.
class DayReader
{
public:
    explicit DayReader(Clock clock);
    Result<Day> read(store::Store& store);
    void forgetCustomers() { m_customers.reset(); } ///< the entity lists have changed

private:
    struct Understood {
        std::vector<FollowUp> followUps;
    };
    Understood understand(store::Store& store, const store::Conversation& conversation);
    std::shared_ptr<const forms::Form> formOf(store::Store& store, const store::Conversation& conversation);

    Clock m_clock;
    std::optional<int> m_customers;
    QHash<QString, Understood> m_understood;
    QHash<QString, std::shared_ptr<const forms::Form>> m_forms;
};

} // namespace rapport::app
