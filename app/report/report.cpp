// SPDX-License-Identifier: Apache-2.0
#include "app/report/report.h"

#include "app/report/speech.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

namespace rapport::report
{

namespace
{

constexpr int mostPictures = 60;
constexpr int side = 1400; ///< pixels: 95 mm at 370 an inch

QString missingText(const Error& error, const Speech& speech)
{
    return error.kind == Error::Kind::NotFound ? speech.say(QT_TRANSLATE_NOOP("Report", "The picture is not on this device."))
                                               : speech.say(QT_TRANSLATE_NOOP("Report", "The picture is damaged and cannot be shown."));
}

void add(Picture& picture, const PictureSource& source, const Speech& speech)
{
    auto file = source(picture.attachment, side);
    if (!file) {
        picture.missing = missingText(file.error(), speech);
        return;
    }
    QBuffer buffer(&*file);
    buffer.open(QIODevice::ReadOnly);
    picture.size = QImageReader(&buffer, "JPEG").size();
    if (picture.size.isEmpty())
        picture.missing = missingText({Error::Kind::Corrupt, {}}, speech);
    else
        picture.file = *file;
}

} // namespace

void addPictures(Content& content, const PictureSource& source)
{
    const Speech speech(content.language);
    int count = 0;
    for (Part& part : content.parts) {
        for (Block& block : part.blocks) {
            auto* const picture = std::get_if<Picture>(&block);
            if (!picture)
                continue;
            if (++count > mostPictures)
                picture->missing = speech.say(
                    QT_TRANSLATE_NOOP("Report", "There are more pictures than a report can hold; this one is kept with the conversation."));
            else
                add(*picture, source, speech);
        }
    }
}

} // namespace rapport::report
