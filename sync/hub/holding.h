// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/repository/repositories.h"

#include <QDateTime>
#include <QSet>

#include <vector>

namespace rapport::hub
{

const QStringList& knownRoles(); ///< of users

/// What one device holds at one moment: the occasions that are for whoever works with it, and what they name. Whatever goes down to a device is asked
/// for here. The hub's clock decides, in each occasion's own time zone; one without a time zone is over when its last day has ended everywhere.
///
/// A hub without users knows no roles: there everything is everybody's. Where there are users, a device that nobody works with holds what is
/// everybody's. A form or a list that no occasion of the office names is everybody's too; one that only others' occasions name is not.
class Holding
{
public:
    static Result<Holding> of(const Repositories& known, const QString& user, const QDateTime& now);

    const std::vector<wire::Occasion>& occasions() const { return m_occasions; }
    bool givesForm(const QString& formId) const;
    bool givesList(const QString& list) const;
    const QString& user() const { return m_user; }
    const QString& role() const { return m_role; }
    const QDateTime& now() const { return m_now; }

private:
    std::vector<wire::Occasion> m_occasions;
    QSet<QString> m_namedForms, m_namedLists; ///< by whichever occasion
    QString m_user, m_role;
    QDateTime m_now;
};

} // namespace rapport::hub
