// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"

namespace rapport::tests
{

/// An XForm around @p instance, @p binds and @p body, with the usual namespaces; the small fixtures of these tests are written with it.
QByteArray xform(const QByteArray& instance, const QByteArray& binds, const QByteArray& body = {}, const QByteArray& secondary = {});

/// A session that must open, filled in by reference as a person would.
class Filling
{
public:
    explicit Filling(const QByteArray& xml, const forms::LoadOptions& options = {}, forms::Environment environment = {});
    explicit Filling(std::unique_ptr<forms::FormSession> session) : m_session(std::move(session)) {}

    forms::FormSession& session() { return *m_session; }
    forms::Node at(const QString& ref) const; ///< the test fails where there is none
    QString value(const QString& ref) const { return at(ref).value; }
    void set(const QString& ref, const QString& value);
    void add(const QString& series);
    void remove(const QString& series, int index);
    QStringList offered(const QString& ref) const; ///< values of the choices

private:
    std::unique_ptr<forms::FormSession> m_session;
};

/// The sentence that a form is refused with; empty where it loads.
QString faultOf(const QByteArray& xml, const forms::LoadOptions& options = {});

/// One line per element and attribute, indented, attributes sorted; each UUID becomes #1, #2 … in order of appearance, so that two records
/// are equal when their values and their links are.
QString canonical(const QByteArray& xml);

/// "../shared/…" (or under $RAPPORT_SHARED) as bytes; empty where there is none.
QByteArray shared(const QString& path);

} // namespace rapport::tests
