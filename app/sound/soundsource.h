// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QObject>

#include <memory>

namespace rapport::sound
{

/// Where sound comes from. Samples are 16 bits, signed, in the byte order of this machine, one channel.
class SoundSource : public QObject
{
    Q_OBJECT

public:
    virtual void start(int samplesPerSecond) = 0;
    virtual void stop() = 0; ///< nothing is heard or said after it

Q_SIGNALS:
    void heard(const QByteArray& samples);
    /// Nothing more is heard. NotFound: there is no microphone; Denied: it may not be used; Offline: it went away.
    void ended(const rapport::Error& error);
};

bool microphonePresent();                      ///< now; it may come and go
std::unique_ptr<SoundSource> makeMicrophone(); ///< the one that the device uses at the time of start()

} // namespace rapport::sound
