// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUuid>

#include <functional>

namespace rapport
{

/// A UUID that knows what it identifies: ids of different things do not compile into one another.
template <typename Tag>
struct Id {
    QUuid value;

    static Id make() { return {QUuid::createUuid()}; }
    static Id parse(const QString& text) { return {QUuid::fromString(text)}; }
    bool isNull() const { return value.isNull(); }
    QString text() const { return value.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id&, const Id&) = default;
    friend bool operator<(const Id& a, const Id& b) { return a.value < b.value; }
};

} // namespace rapport
