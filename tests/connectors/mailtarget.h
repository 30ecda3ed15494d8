// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connectors/targets.h"
#include "support/pythonserver.h"

namespace rapport::test
{

/// A mail server, and texts of a site of its own, which say under each mail which follow-up it is of. Takes follow-ups only.
class MailTarget : public Target
{
public:
    explicit MailTarget(const QStringList& sinkArguments = {});
    std::unique_ptr<connectors::Connector> connect() override { return connect({}); }
    std::unique_ptr<connectors::Connector> connect(const QJsonObject& instead); ///< a null value takes a member out
    int count(const QString& list, const QString& id) override;
    QString text(const QString& list, const QString& id) override;
    QString state() override;
    void refuse() override { sink.stop(); }
    void behave() override;
    std::vector<QString> lists() const override { return {u"followups"_s}; }
    QString mainList() const override { return u"followups"_s; }
    News news() const override { return {u"remark"_s, u"for us only"_s, u"The documents you asked for"_s}; } ///< another mail it is not
    int bareCount() const override { return 0; }                                                             ///< nobody and nothing to send
    QString followupKind() const override { return u"brochure"_s; }

    QTemporaryDir dir;
    MailSink sink;

private:
    QStringList m_arguments;
};

MailTarget& mailTarget();

} // namespace rapport::test
