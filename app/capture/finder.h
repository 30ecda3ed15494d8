// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/framesource.h"
#include "app/capture/reader.h"
#include "forms/base/clock.h"

#include <QElapsedTimer>
#include <QObject>

namespace rapport::capture
{

/// Looks through a source until it has found a code, or all the while. One picture is read at a time; of those that come meanwhile only the newest is
/// kept. Pictures that follow each other get quick looks and now and then a thorough one, single pictures a thorough one at once. UI thread.
class Finder : public QObject
{
    Q_OBJECT
public:
    /// What would help, from the picture's light and movement and the size of what looks like a code.
    enum class Hint { None, Closer, HoldStill, TooDark };

    /// What becomes of the codes of one picture.
    enum class Take {
        MiddleOne, ///< the one that is held into the middle is found()
        AskWhich,  ///< one is found(), several() where there are more
        All        ///< each is seen(), and the finder goes on
    };

    Finder(Reader& reader, Clock clock, QObject* parent = nullptr); ///< borrows @p reader
    /// In place of what it looked at before; borrows @p source until stop().
    void look(FrameSource& source, Take take = Take::MiddleOne);
    void stop();
    Hint hint() const { return m_hint; }

Q_SIGNALS:
    void shown(const QImage& picture); ///< the newest picture, to be looked at
    /// The finder has stopped. The points of @p code are 0 … 1 of @p picture. @p times: how often this code was read in a row; the same one
    /// within 2 s does not count.
    void found(const rapport::capture::Code& code, const QImage& picture, int times);
    /// The finder has stopped: these codes with different texts are in view, from left to right, their points as those of found().
    void several(const std::vector<rapport::capture::Code>& codes, const QImage& picture);
    /// While all are taken: what this picture holds, also what the one before it held already; of a single picture it is the only word.
    void seen(const std::vector<rapport::capture::Code>& codes, const QImage& picture);
    void nothing(); ///< there is no code in this single picture
    void hintChanged();
    /// Corrupt: this picture killed the worker, single pictures only; Internal: the worker cannot be started.
    void failed(const rapport::Error& error);

private:
    void take(const Frame& frame);
    void read(const Frame& frame);
    void judge(const ReadResult& result);
    bool judgeAll(const std::vector<Code>& codes);
    std::vector<Code> apart(const std::vector<Code>& codes);
    Code placed(Code code) const;
    void tell(const Code& code);
    void goOn();
    bool accept(const Code& code);
    void showHint(const ReadResult& result);

    Reader& m_reader;
    Clock m_clock;
    FrameSource* m_source = nullptr;
    Take m_take = Take::MiddleOne;
    Frame m_reading;        ///< without its luma
    QSizeF m_size;          ///< of that luma
    Frame m_waiting;        ///< the newest since
    quint64 m_request = 0;  ///< under way; 0: none
    int m_looks = 0;        ///< since look()
    QElapsedTimer m_since;  ///< the first picture
    double m_seenShare = 0; ///< of the picture's longer side, what looked like a code in the last thorough look; 0: nothing did
    Hint m_hint = Hint::None;
    QDateTime m_hintAt, m_lastAt;
    QString m_doubtful, m_lastText; ///< a text that one look has read; the last one that was found
    int m_times = 0;
};

} // namespace rapport::capture
