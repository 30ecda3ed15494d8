// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    property RecordingController recording: RecordingController {}
    property PlaybackController playback: PlaybackController {}
    property FileAlbum files: FileAlbum {}
}
