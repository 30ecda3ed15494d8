// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/nodesource.h"

namespace rapport::forms
{

std::vector<qint64> NodeSource::childrenNamed(qint64 handle, const QString& name) const
{
    std::vector<qint64> named = children(handle);
    std::erase_if(named, [&](qint64 child) { return kind(child) != Kind::Element || localName(child) != name; });
    return named;
}

std::optional<std::vector<qint64>> NodeSource::find(qint64, const QString&, const std::vector<ColumnKey>&) const
{
    return {};
}

} // namespace rapport::forms
