// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sound/opusfile.h"
#include "app/sound/soundsource.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace rapport::app
{

/// Records a voice for one question at a time. What was said lies in memory, small already, until it is stopped; a microphone that goes away stops it
/// and loses nothing of what was said before.
class RecordingController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a controller")
    Q_PROPERTY(int nodeId READ nodeId NOTIFY changed)                ///< of the question that is being spoken to; -1: none
    Q_PROPERTY(bool hasMicrophone READ hasMicrophone NOTIFY changed) ///< as far as is known; look() asks again
    Q_PROPERTY(qreal level READ level NOTIFY heard)                  ///< 0 … 1, how loud it is
    Q_PROPERTY(QString lengthText READ lengthText NOTIFY heard)      ///< "0:42"
    Q_PROPERTY(QString limitText READ limitText NOTIFY changed)      ///< how long it may get

public:
    explicit RecordingController(std::unique_ptr<sound::SoundSource> source, std::chrono::minutes longest = std::chrono::minutes(30));

    int nodeId() const { return m_nodeId; }
    bool hasMicrophone() const { return m_hasMicrophone; }
    qreal level() const { return m_level; }
    QString lengthText() const;
    QString limitText() const;

    Q_INVOKABLE void look();                                    ///< whether there is a microphone now
    Q_INVOKABLE void start(int nodeId, const QString& quality); ///< a word of the form; what was being recorded is stopped before
    Q_INVOKABLE void stop();                                    ///< then recorded(); nothing where nothing is being recorded

Q_SIGNALS:
    void changed();
    void heard();
    /// @p file: Ogg Opus, empty where nothing was heard. @p sentence: why it ended by itself; else empty.
    void recorded(int nodeId, const QByteArray& file, const QString& sentence);

private:
    void take(const QByteArray& samples);
    void end(const QString& sentence);

    std::unique_ptr<sound::SoundSource> m_source;
    std::unique_ptr<sound::OpusFile> m_file;
    std::chrono::minutes m_longest;
    int m_nodeId = -1;
    qreal m_level = 0;
    bool m_hasMicrophone = false;
};

} // namespace rapport::app
