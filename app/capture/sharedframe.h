// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstddef>

namespace rapport::capture
{

/// A block of POSIX shared memory that both processes map: written by the app, read by the worker. Removed with its maker.
class SharedFrame
{
public:
    enum class Role { Make, Open };
    SharedFrame(const QString& name, std::size_t bytes, Role role);
    ~SharedFrame();
    SharedFrame(const SharedFrame&) = delete;
    SharedFrame& operator=(const SharedFrame&) = delete;

    unsigned char* data() const { return m_data; } ///< null where it could not be had; read-only for Role::Open
    std::size_t size() const { return m_size; }
    const QString& name() const { return m_name; }

private:
    QString m_name;
    std::size_t m_size = 0;
    unsigned char* m_data = nullptr;
    Role m_role;
};

} // namespace rapport::capture
