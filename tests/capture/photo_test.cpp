// SPDX-License-Identifier: Apache-2.0
#include "app/capture/photo.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::capture;
using namespace Qt::StringLiterals;

namespace
{

/// Left half red, right half blue, so that one sees how it is turned.
QImage twoColours(const QSize& size)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width() / 2; ++x)
            picture.setPixel(x, y, qRgb(255, 0, 0));
    }
    return picture;
}

QByteArray fileOf(const QImage& picture, const char* format)
{
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, format);
    return file;
}

/// As a phone held upright writes it: EXIF says "turn by 90°" and where it was taken.
QByteArray taken(const QImage& picture)
{
    const QByteArray jpeg = fileOf(picture, "JPEG");
    const QByteArray exif = QByteArray::fromHex("45786966000049492a0008000000" // "Exif", little-endian, first directory at 8
                                                "0200"                         // two entries
                                                "1201030001000000"
                                                "06000000" // orientation 6: turn by 90° clockwise
                                                "2588040001000000"
                                                "26000000" // the directory about the place, at 38
                                                "00000000" // no further directory
                                                "0100"
                                                "0200"
                                                "0500030000003800000000000000"); // a latitude
    const auto length = static_cast<quint16>(exif.size() + 2);
    QByteArray segment("\xFF\xE1", 2);
    segment += static_cast<char>(length >> 8);
    segment += static_cast<char>(length & 0xFF);
    return jpeg.left(2) + segment + exif + jpeg.mid(2);
}

} // namespace

TEST_CASE("A photo is kept upright, in the size that was asked for, and without where it was taken", "[photo]")
{
    const auto photo = photoFrom(taken(twoColours({1600, 1200})), 800);
    REQUIRE(photo);
    CHECK(photo->size == QSize(600, 800));
    const QImage kept = QImage::fromData(photo->jpeg, "JPEG");
    REQUIRE(kept.size() == photo->size);
    CHECK(qRed(kept.pixel(300, 100)) > 200); // what was at the left is at the top
    CHECK(qBlue(kept.pixel(300, 700)) > 200);
    CHECK_FALSE(photo->jpeg.contains("Exif"));
    CHECK(kept.textKeys().isEmpty());
    const QImage small = QImage::fromData(photo->thumbnail, "JPEG");
    CHECK(small.size() == QSize(360, 480));
}

TEST_CASE("A small picture is not blown up, and what is transparent becomes white", "[photo]")
{
    QImage drawing(200, 100, QImage::Format_ARGB32);
    drawing.fill(Qt::transparent);
    drawing.setText(u"Author"_s, u"Rahmawati"_s);
    const auto photo = photoFrom(fileOf(drawing, "PNG"), 2048);
    REQUIRE(photo);
    CHECK(photo->size == QSize(200, 100));
    CHECK(qGray(QImage::fromData(photo->jpeg).pixel(50, 50)) > 250);
    CHECK_FALSE(photo->jpeg.contains("Rahmawati"));
}

TEST_CASE("What is no picture, or not all of one, is refused", "[photo]")
{
    struct Case {
        const char* what;
        QByteArray file;
        Error::Kind kind;
    };
    const QByteArray jpeg = fileOf(twoColours({1600, 1200}), "JPEG"), png = fileOf(twoColours({1600, 1200}), "PNG");
    const Case one = GENERATE_COPY(values<Case>({
        {"nothing", {}, Error::Kind::Invalid},
        {"text", "Dear customer, this is no picture.", Error::Kind::Invalid},
        {"a drawing that may name files", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", Error::Kind::Invalid},
        {"half a JPEG", jpeg.left(jpeg.size() / 2), Error::Kind::Corrupt},
        {"a JPEG without its end", jpeg.chopped(2), Error::Kind::Corrupt},
        {"a photo without its end that holds a small picture with one", taken(twoColours({800, 600})).insert(24, "\xFF\xD9").chopped(2),
         Error::Kind::Corrupt},
        {"half a PNG", png.left(png.size() / 2), Error::Kind::Corrupt},
    }));
    INFO(one.what);
    const auto photo = photoFrom(one.file, 2048);
    REQUIRE_FALSE(photo);
    CHECK(photo.error().kind == one.kind);
}

TEST_CASE("A photo of a hundred megapixels is taken, one of far more is not", "[photo]")
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"large.jpg"_s);
    QImage large(12'000, 8'400, QImage::Format_Grayscale8);
    large.fill(200);
    REQUIRE(large.save(path, "JPEG", 30));
    const auto photo = photoFromFile(path, 2048);
    REQUIRE(photo);
    CHECK(photo->size == QSize(2048, 1433));
    // A header that says 60,000 × 60,000, with nothing behind it.
    QByteArray bomb = fileOf(twoColours({16, 16}), "JPEG");
    const qsizetype frame = bomb.indexOf("\xFF\xC0");
    REQUIRE(frame > 0);
    bomb.replace(frame + 5, 4, QByteArray::fromHex("ea60ea60"));
    const auto refused = photoFrom(bomb, 2048);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Full);
}

TEST_CASE("A picture that is not there is not found", "[photo]")
{
    QTemporaryDir dir;
    const auto photo = photoFromFile(dir.filePath(u"none.jpg"_s), 2048);
    REQUIRE_FALSE(photo);
    CHECK(photo.error().kind == Error::Kind::NotFound);
}
