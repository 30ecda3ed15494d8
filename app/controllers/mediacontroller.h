// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/filealbum.h"
#include "app/controllers/playbackcontroller.h"
#include "app/controllers/recordingcontroller.h"

namespace rapport::app
{

/// What questions for sounds, films and files need of this device: to record, to play, to pick.
class MediaController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(rapport::app::RecordingController* recording READ recording CONSTANT)
    Q_PROPERTY(rapport::app::PlaybackController* playback READ playback CONSTANT)
    Q_PROPERTY(rapport::app::FileAlbum* files READ files CONSTANT)

public:
    /// Borrows @p reading, for what is played.
    MediaController(std::unique_ptr<sound::SoundSource> source, StoreThread& reading, QObject* parent = nullptr)
        : QObject(parent), m_recording(std::move(source)), m_playback(reading)
    {
    }

    RecordingController* recording() { return &m_recording; }
    PlaybackController* playback() { return &m_playback; }
    FileAlbum* files() { return &m_files; }

private:
    RecordingController m_recording;
    PlaybackController m_playback;
    FileAlbum m_files;
};

} // namespace rapport::app
