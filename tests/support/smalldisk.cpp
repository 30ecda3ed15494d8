// SPDX-License-Identifier: Apache-2.0
#include "support/smalldisk.h"

#include <QFile>
#include <QStorageInfo>

#include <sys/mount.h>

namespace rapport::test
{

SmallDisk::SmallDisk(int megabytes)
{
    const QByteArray size = "size=" + QByteArray::number(megabytes) + "m";
    m_mounted = ::mount("tmpfs", QFile::encodeName(m_folder.path()).constData(), "tmpfs", 0, size.constData()) == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_mounted)
        ::umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
}

void SmallDisk::fill(qint64 leave)
{
    QFile ballast(m_folder.filePath(QStringLiteral("ballast")));
    if (!ballast.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return;
    QStorageInfo disk(m_folder.path());
    while (disk.bytesAvailable() > leave) {
        const qint64 piece = qMin<qint64>(64 * 1024, disk.bytesAvailable() - leave);
        if (ballast.write(QByteArray(static_cast<qsizetype>(piece), 'x')) <= 0)
            break;
        disk.refresh();
    }
}

void SmallDisk::free()
{
    QFile::remove(m_folder.filePath(QStringLiteral("ballast")));
}

} // namespace rapport::test
