// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"

#include <QByteArray>
#include <QJsonObject>

#include <map>
#include <memory>

namespace rapport::tool
{

/// The form engine behind a JSON-lines protocol: load, start, answer, tree … Everything comes in the request; no files, no network.
/// A request that fails leaves its session as it was.
class FormsDriver
{
public:
    QByteArray answer(const QByteArray& line);

private:
    Result<QJsonObject> dispatch(const QJsonObject& request);
    Result<QJsonObject> load(const QJsonObject& request);
    Result<QJsonObject> open(const QJsonObject& request);
    Result<QJsonObject> setAnswer(forms::FormSession& session, const QJsonObject& request);
    Result<QJsonObject> tree(const forms::FormSession& session, const QJsonObject& request) const;
    Result<QJsonObject> evaluateAt(const forms::FormSession& session, const QJsonObject& request) const;
    Result<QJsonObject> close(const QJsonObject& request);

    std::map<QString, std::shared_ptr<const forms::Form>> m_forms;
    std::map<QString, std::unique_ptr<forms::FormSession>> m_sessions;
    int m_numbers = 0;
};

/// The command `xpath`: an expression over any XML document, without a form.
Result<QJsonObject> evaluateXPath(const QJsonObject& request);

/// A value as the protocol spells it: NaN and Infinity are strings.
QJsonValue jsonNumber(double number);

} // namespace rapport::tool
