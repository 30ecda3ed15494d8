// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/rest/path.h"
#include "sync/connectors/rest/text.h"

namespace rapport::connectors::rest
{

/// "status": ["open", "new"], "closed_on": null, "stage": {"not": "won"}: what has to stand at a name, which is a path in an object or a name of
/// ours.
struct Condition {
    QString name;
    Path path;
    std::vector<Text> values; ///< any of them; one that stays empty is none
    bool nothing = false;     ///< may be missing or empty
    bool negated = false;

    bool meets(const QStringList& said, const Names& names) const;
};

/// All of them, of an object in an answer; @p names fills the values in.
bool meetsAll(const std::vector<Condition>& conditions, const Json& object, const Names& names);
/// All of them, of an entity.
bool meetsAll(const std::vector<Condition>& conditions, const Names& names);

} // namespace rapport::connectors::rest
