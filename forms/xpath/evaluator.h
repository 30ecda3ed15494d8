// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "forms/base/signaturecheck.h"
#include "forms/xpath/expression.h"
#include "forms/xpath/value.h"

#include <QLocale>

#include <functional>
#include <optional>

namespace rapport::forms
{

/// What an expression may ask of its surroundings beyond nodes.
struct Surroundings {
    Clock now = systemClock();
    std::function<quint32()> random;
    std::function<std::optional<NodeRef>(const QString& id)> instance; ///< instance('id'), the element that holds the root
    std::function<Value(const QString& id)> itext;                     ///< jr:itext, in the current language
    std::function<QString(const QString& value, const QString& path, const NodeRef& context)> choiceName;
    std::function<QString(const QString& name)> property;
    SignatureCheck verify;                                     ///< extract-signed(); empty: no signature holds
    std::function<QString(const QString& prefix)> namespaceOf; ///< empty: prefixes match as written
    std::function<void(const QString& sentence)> fault;        ///< told of a call that cannot be made
    QString formVersion;
    QLocale locale = QLocale::c();
};

/// Where an expression stands.
struct Context {
    NodeRef node;
    std::size_t position = 1, size = 1;
    NodeRef current; ///< what current() means: the node the whole expression is bound to
    NodeRef root;    ///< what "/" means: the document of the form's instance, also inside predicates on other instances
    const Surroundings* surroundings = nullptr;
    QString ownValue; ///< for once()
    quint32 seed = 0; ///< of a randomize() that names none, so that its order stays; 0: a new order each time
};

/// A version-4 UUID from the bits that were handed in.
QString makeUuid(const Surroundings& surroundings);

/// Columns of "[column = value and …]" that an index may be asked for when @p predicate is tried on rows.
QStringList keyColumns(const Expression& predicate);

/// Bounded work (Effort): an expression that needs more is blank, and Surroundings::fault is told.
Value evaluate(const Expression& expression, const Context& context);

} // namespace rapport::forms
