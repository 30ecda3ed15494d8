// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/openrosa.h"

#include "forms/xform/media.h"
#include "forms/xpath/xmltree.h"

#include <QXmlStreamWriter>

namespace rapport::wire
{

namespace
{

const QString listNamespace = QStringLiteral("http://openrosa.org/xforms/xformsList");
const QString manifestNamespace = QStringLiteral("http://openrosa.org/xforms/xformsManifest");
constexpr std::size_t maxForms = 10'000;
constexpr qsizetype maxFiles = 1000;

QString childText(const forms::XmlTree& tree, qint64 element, QStringView name)
{
    const auto child = tree.child(element, name);
    return child ? tree.stringValue(*child).trimmed() : QString();
}

} // namespace

QByteArray formListXml(const std::vector<ListedForm>& forms)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartDocument();
    writer.writeDefaultNamespace(listNamespace);
    writer.writeStartElement(listNamespace, QStringLiteral("xforms"));
    for (const ListedForm& form : forms) {
        writer.writeStartElement(listNamespace, QStringLiteral("xform"));
        writer.writeTextElement(listNamespace, QStringLiteral("formID"), form.id);
        writer.writeTextElement(listNamespace, QStringLiteral("name"), form.name);
        writer.writeTextElement(listNamespace, QStringLiteral("version"), form.version);
        writer.writeTextElement(listNamespace, QStringLiteral("hash"), form.hash);
        writer.writeTextElement(listNamespace, QStringLiteral("downloadUrl"), form.downloadUrl);
        if (!form.manifestUrl.isEmpty())
            writer.writeTextElement(listNamespace, QStringLiteral("manifestUrl"), form.manifestUrl);
        writer.writeEndElement();
    }
    writer.writeEndElement();
    writer.writeEndDocument();
    return xml;
}

Result<std::vector<ListedForm>> parseFormList(const QByteArray& xml)
{
    const auto tree = forms::XmlTree::parse(xml);
    const qint64 root = tree ? (*tree)->documentElement() : -1;
    if (root < 0 || (*tree)->localName(root) != QLatin1String("xforms"))
        return Error{Error::Kind::Invalid, QStringLiteral("this is no list of forms")};
    std::vector<ListedForm> forms;
    for (const qint64 element : (*tree)->elements(root)) {
        if ((*tree)->localName(element) != QLatin1String("xform"))
            continue;
        ListedForm form{childText(**tree, element, u"formID"),      childText(**tree, element, u"name"),
                        childText(**tree, element, u"version"),     childText(**tree, element, u"hash"),
                        childText(**tree, element, u"downloadUrl"), childText(**tree, element, u"manifestUrl")};
        if (form.id.isEmpty() || form.downloadUrl.isEmpty() || forms.size() == maxForms)
            return Error{Error::Kind::Invalid, QStringLiteral("a listed form has no id or no address")};
        forms.push_back(std::move(form));
    }
    return forms;
}

QByteArray manifestXml(const std::vector<ListedFile>& files, const std::vector<ListedList>& lists)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartDocument();
    writer.writeDefaultNamespace(manifestNamespace);
    writer.writeStartElement(manifestNamespace, QStringLiteral("manifest"));
    for (const ListedFile& file : files) {
        writer.writeStartElement(manifestNamespace, QStringLiteral("mediaFile"));
        writer.writeTextElement(manifestNamespace, QStringLiteral("filename"), file.fileName);
        writer.writeTextElement(manifestNamespace, QStringLiteral("hash"), file.hash);
        writer.writeTextElement(manifestNamespace, QStringLiteral("downloadUrl"), file.downloadUrl);
        writer.writeEndElement();
    }
    for (const ListedList& list : lists) {
        writer.writeStartElement(manifestNamespace, QStringLiteral("mediaFile"));
        writer.writeAttribute(QStringLiteral("type"), QStringLiteral("entityList"));
        writer.writeTextElement(manifestNamespace, QStringLiteral("filename"), list.fileName);
        writer.writeTextElement(manifestNamespace, QStringLiteral("hash"), list.hash);
        writer.writeTextElement(manifestNamespace, QStringLiteral("downloadUrl"), list.downloadUrl);
        writer.writeTextElement(manifestNamespace, QStringLiteral("integrityUrl"), list.integrityUrl);
        writer.writeEndElement();
    }
    writer.writeEndElement();
    writer.writeEndDocument();
    return xml;
}

Result<std::vector<ListedFile>> parseManifest(const QByteArray& xml)
{
    const auto tree = forms::XmlTree::parse(xml);
    const qint64 root = tree ? (*tree)->documentElement() : -1;
    if (root < 0 || (*tree)->localName(root) != QLatin1String("manifest"))
        return Error{Error::Kind::Invalid, QStringLiteral("this is no manifest")};
    std::vector<ListedFile> files;
    for (const qint64 element : (*tree)->elements(root)) {
        if ((*tree)->localName(element) != QLatin1String("mediaFile") || (*tree)->attribute(element, u"type") == QLatin1String("entityList"))
            continue;
        ListedFile file{childText(**tree, element, u"filename"), childText(**tree, element, u"hash"), childText(**tree, element, u"downloadUrl")};
        const bool named = !forms::fileNameOf(QStringLiteral("jr://file/") + file.fileName).isEmpty();
        if (!named || file.hash.isEmpty() || file.downloadUrl.isEmpty() || files.size() == static_cast<std::size_t>(maxFiles))
            return Error{Error::Kind::Invalid, QStringLiteral("a file of a manifest has no name, hash or address")};
        files.push_back(std::move(file));
    }
    return files;
}

QByteArray integrityXml(const std::vector<EntityFate>& fates)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartDocument();
    writer.writeStartElement(QStringLiteral("data"));
    writer.writeStartElement(QStringLiteral("entities"));
    for (const EntityFate& fate : fates) {
        writer.writeStartElement(QStringLiteral("entity"));
        writer.writeAttribute(QStringLiteral("id"), fate.id);
        writer.writeTextElement(QStringLiteral("deleted"), fate.deleted ? QStringLiteral("true") : QStringLiteral("false"));
        writer.writeEndElement();
    }
    writer.writeEndElement();
    writer.writeEndElement();
    writer.writeEndDocument();
    return xml;
}

QByteArray responseXml(const QString& message)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartDocument();
    writer.writeDefaultNamespace(QStringLiteral("http://openrosa.org/http/response"));
    writer.writeStartElement(QStringLiteral("http://openrosa.org/http/response"), QStringLiteral("OpenRosaResponse"));
    writer.writeTextElement(QStringLiteral("http://openrosa.org/http/response"), QStringLiteral("message"), message);
    writer.writeEndElement();
    writer.writeEndDocument();
    return xml;
}

Result<QString> parseResponse(const QByteArray& xml)
{
    const auto tree = forms::XmlTree::parse(xml.left(64 * 1024));
    const qint64 root = tree ? (*tree)->documentElement() : -1;
    if (root < 0 || (*tree)->localName(root) != QLatin1String("OpenRosaResponse"))
        return Error{Error::Kind::Invalid, QStringLiteral("this is no OpenRosa response")};
    return childText(**tree, root, u"message");
}

QByteArray filesHeaderValue(const std::vector<FileClaim>& files)
{
    QByteArrayList all;
    for (const FileClaim& file : files)
        all.append(file.name.toUtf8().toPercentEncoding() + '=' + file.sha256 + ';' + QByteArray::number(file.size));
    return all.join(", ");
}

Result<std::vector<FileClaim>> parseFilesHeader(const QByteArray& value)
{
    std::vector<FileClaim> files;
    if (value.trimmed().isEmpty())
        return files;
    const QByteArrayList all = value.split(',');
    for (const QByteArray& one : all) {
        const QByteArray trimmed = one.trimmed();
        const qsizetype equals = trimmed.indexOf('='), semicolon = trimmed.indexOf(';');
        FileClaim claim;
        claim.name = QString::fromUtf8(QByteArray::fromPercentEncoding(trimmed.left(equals)));
        claim.sha256 = trimmed.mid(equals + 1, semicolon - equals - 1).toLower();
        bool number = false;
        claim.size = trimmed.mid(semicolon + 1).toLongLong(&number);
        const bool hash = claim.sha256.size() == 64 && QByteArray::fromHex(claim.sha256).toHex() == claim.sha256;
        if (equals <= 0 || semicolon < equals || !number || claim.size < 0 || !hash || claim.name.contains(QLatin1Char('/')) ||
            all.size() > maxFiles || std::any_of(files.begin(), files.end(), [&](const FileClaim& other) { return other.name == claim.name; }))
            return Error{Error::Kind::Invalid, QStringLiteral("X-Rapport-Files is not of the form name=sha256;size")};
        files.push_back(std::move(claim));
    }
    return files;
}

std::optional<qint64> parseCount(const QByteArray& value)
{
    constexpr qsizetype maxDigits = 16;
    constexpr qint64 limit = 1ll << 53;
    const bool digits = !value.isEmpty() && value.size() <= maxDigits &&
                        std::all_of(value.begin(), value.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
    const qint64 number = digits ? value.toLongLong() : limit;
    return number < limit ? std::optional(number) : std::nullopt;
}

Result<SubmissionHead> parseSubmissionHead(const QByteArray& xml)
{
    const auto tree = forms::XmlTree::parse(xml);
    if (!tree)
        return tree.error();
    const qint64 root = (*tree)->documentElement();
    SubmissionHead head;
    if (root >= 0) {
        head.formId = (*tree)->attribute(root, u"id");
        head.version = (*tree)->attribute(root, u"version");
        if (const auto meta = (*tree)->child(root, u"meta")) {
            head.instanceId = childText(**tree, *meta, u"instanceID");
            head.instanceName = childText(**tree, *meta, u"instanceName");
            head.deprecatedId = childText(**tree, *meta, u"deprecatedID");
            head.userId = childText(**tree, *meta, u"userID");
            head.deviceId = childText(**tree, *meta, u"deviceID");
            head.finishedAt = childText(**tree, *meta, u"timeEnd");
        }
        if (head.userId.isEmpty())
            head.userId = childText(**tree, root, u"username");
        if (head.deviceId.isEmpty())
            head.deviceId = childText(**tree, root, u"deviceid");
        if (head.finishedAt.isEmpty())
            head.finishedAt = childText(**tree, root, u"end");
    }
    if (head.formId.isEmpty() || head.instanceId.isEmpty() || head.instanceId.size() > 200)
        return Error{Error::Kind::Invalid, QStringLiteral("the record names no form or no instanceID")};
    head.firstId = head.deprecatedId.isEmpty() ? head.instanceId : head.deprecatedId;
    return head;
}

} // namespace rapport::wire
