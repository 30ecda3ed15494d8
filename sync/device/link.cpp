// SPDX-License-Identifier: Apache-2.0
#include "sync/device/link.h"

#include "sync/store/store.h"

namespace rapport::device
{

namespace
{

const QString rulesSetting = QStringLiteral("link_rules"); ///< "any 5000000", "wifi none"
const QString any = QStringLiteral("any"), wifi = QStringLiteral("wifi"), none = QStringLiteral("none");

} // namespace

Passage LinkRules::passageOf(qint64 bytes, const Link& link) const
{
    if (files == Files::WiFiAndCable && link.kind == Link::Kind::Mobile)
        return Passage::WaitsForWiFi;
    if (!link.metered || !meteredLimit || bytes <= *meteredLimit)
        return Passage::Goes;
    return link.kind == Link::Kind::Mobile ? Passage::WaitsForWiFi : Passage::WaitsForUnmetered;
}

Result<LinkRules> linkRules(store::Store& store)
{
    const auto kept = store.setting(rulesSetting);
    if (!kept)
        return kept.error();
    const QStringList words = kept->split(QLatin1Char(' '));
    bool isNumber = false;
    const qint64 limit = words.value(1).toLongLong(&isNumber);
    const bool understood = words.size() == 2 && (words[0] == any || words[0] == wifi) && (words[1] == none || (isNumber && limit >= 0));
    if (!understood)
        return LinkRules();
    return LinkRules{words[0] == wifi ? LinkRules::Files::WiFiAndCable : LinkRules::Files::AnyNetwork,
                     isNumber ? std::optional(limit) : std::nullopt};
}

Status keepLinkRules(store::Store& store, const LinkRules& rules)
{
    return store.setSetting(rulesSetting, (rules.files == LinkRules::Files::WiFiAndCable ? wifi : any) + QLatin1Char(' ') +
                                              (rules.meteredLimit ? QString::number(*rules.meteredLimit) : none));
}

} // namespace rapport::device
