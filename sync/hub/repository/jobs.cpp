// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/repository/jobs.h"

namespace rapport::hub
{

using connectors::Job;

QString word(JobState state)
{
    return state == JobState::Confirmed  ? QStringLiteral("confirmed")
           : state == JobState::NeedsYou ? QStringLiteral("needs_you")
                                         : QStringLiteral("waiting");
}

JobState jobState(const QString& word)
{
    return word == QLatin1String("confirmed") ? JobState::Confirmed : word == QLatin1String("needs_you") ? JobState::NeedsYou : JobState::Waiting;
}

QString word(Job::Kind kind)
{
    return kind == Job::Kind::Record ? QStringLiteral("record") : kind == Job::Kind::Message ? QStringLiteral("message") : QStringLiteral("entity");
}

Job::Kind jobKind(const QString& word)
{
    return word == QLatin1String("record") ? Job::Kind::Record : word == QLatin1String("message") ? Job::Kind::Message : Job::Kind::Entity;
}

} // namespace rapport::hub
