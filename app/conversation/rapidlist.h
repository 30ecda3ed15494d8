// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/visitor.h"

#include <QHash>

#include <vector>

namespace rapport::app
{

/// The people whose badges are read one after another: each once, however often the code is held before the camera.
class RapidList
{
public:
    static constexpr int sameMs = 2000; ///< a code that has not been out of sight for so long is the same reading

    enum class Heard { New, Again, Same };
    struct Hearing {
        Heard heard = Heard::Same;
        std::size_t at = 0; ///< of visitors()
    };
    /// A code was read. Again: it is in the list, or another code of the same person is (badge number or e-mail address), and it was out of sight.
    Hearing hear(const QString& format, const QString& code, const contact::ContactDraft& draft, const QDateTime& now);

    const std::vector<Visitor>& visitors() const { return m_visitors; } ///< in the order of their first reading
    const Visitor* find(const QString& id) const;
    Visitor* find(const QString& id);
    void replace(const Visitor& visitor); ///< by its id; no effect where it is gone
    std::optional<Visitor> take(const QString& id);
    void putBack(const Visitor& visitor); ///< where it was
    void show(std::vector<Visitor> visitors);

private:
    std::vector<Visitor> m_visitors;
    QHash<QString, QDateTime> m_seen; ///< by code: when it was in sight last
};

} // namespace rapport::app
