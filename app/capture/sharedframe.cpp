// SPDX-License-Identifier: Apache-2.0
#include "app/capture/sharedframe.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rapport::capture
{

SharedFrame::SharedFrame(const QString& name, std::size_t bytes, Role role) : m_name(name), m_role(role)
{
    const QByteArray path = name.toLatin1();
    const int descriptor =
        role == Role::Make ? ::shm_open(path.constData(), O_CREAT | O_EXCL | O_RDWR, 0600) : ::shm_open(path.constData(), O_RDONLY, 0);
    if (descriptor < 0)
        return;
    struct stat status {
    };
    const bool sized = role == Role::Make ? ::ftruncate(descriptor, static_cast<off_t>(bytes)) == 0
                                          : ::fstat(descriptor, &status) == 0 && status.st_size >= static_cast<off_t>(bytes);
    if (sized) {
        void* mapped = ::mmap(nullptr, bytes, role == Role::Make ? PROT_READ | PROT_WRITE : PROT_READ, MAP_SHARED, descriptor, 0);
        if (mapped != MAP_FAILED) {
            m_data = static_cast<unsigned char*>(mapped);
            m_size = bytes;
        }
    }
    ::close(descriptor);
}

SharedFrame::~SharedFrame()
{
    if (m_data)
        ::munmap(m_data, m_size);
    if (m_role == Role::Make)
        ::shm_unlink(m_name.toLatin1().constData());
}

} // namespace rapport::capture
