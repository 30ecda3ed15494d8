// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>

namespace rapport::test
{

/// A disk of its own that is soon full: a tmpfs of some megabytes. Only root may mount one; where nobody may, isThere() is false and the test says
/// that it is skipped.
class SmallDisk
{
public:
    explicit SmallDisk(int megabytes);
    ~SmallDisk(); ///< unmounts
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool isThere() const { return m_mounted; }
    QString path() const { return m_folder.path(); }
    void fill(qint64 leave = 0); ///< with ballast, but for @p leave bytes
    void free();                 ///< takes the ballast away

private:
    QTemporaryDir m_folder;
    bool m_mounted = false;
};

} // namespace rapport::test
