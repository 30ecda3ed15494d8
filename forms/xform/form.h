// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace rapport::forms
{

class ItemSource;

enum class DataType { String, Int, Decimal, Boolean, Date, Time, DateTime, Geopoint, Geotrace, Geoshape, Binary, Barcode, Intent };

/// Who may see something (ENTITIES.md section 5): the customer across the table, the staff, or only the people who judge a person.
enum class Visibility { Shared, Internal, InternalPerson };

/// One entity declaration of a form (ODK Entities): where it stands and which questions it saves.
struct EntityDeclaration {
    QString list;
    QString container;                                   ///< "/data/contact": the element whose direct child is meta/entity
    bool repeated = false;                               ///< a repeat lies on the way to the container, or is it
    std::vector<std::pair<QString, QString>> properties; ///< property, absolute nodeset without positions
};

/// The question that takes a payload key such as "contacts.email" (ENTITIES.md section 4).
struct PayloadTarget {
    QString key;
    QString nodeset; ///< without positions
    bool hasControl = false;
};

/// What an attachment of a form is asked for by: "jr://file-csv/contacts.csv" gives the rows, or nothing where it is missing.
using SourceProvider = std::function<std::shared_ptr<const ItemSource>(const QString& uri)>;

struct LoadOptions {
    SourceProvider sources;
    enum class Missing { Refuse, Blank } missing = Missing::Refuse;
};

/// A form, loaded and compiled once, shared by all its sessions. Immutable.
class Form
{
public:
    /// Reads an XForm. Limits: 32 MiB, elements 200 deep and groups 100 deep, no external entities, no document type.
    /// A fault names element and expression in a sentence.
    static Result<std::shared_ptr<const Form>> load(const QByteArray& xml, const LoadOptions& options = {});
    ~Form();
    Form(const Form&) = delete;
    Form& operator=(const Form&) = delete;

    QString id() const;
    QString version() const;
    QString title() const;
    Visibility visibility() const;
    const std::vector<QString>& languages() const;
    const std::vector<QString>& warnings() const; ///< sentences

    struct SubmissionSettings {
        QString action, method, publicKey, autoSend, autoDelete;
        bool editable = false;
    };
    const SubmissionSettings& submissionSettings() const;
    const QStringList& styles() const;                                  ///< class of h:body: "pages", "theme-grid"
    std::vector<std::pair<QString, QString>> externalInstances() const; ///< instance id, uri
    const std::vector<EntityDeclaration>& entityDeclarations() const;
    const std::vector<PayloadTarget>& payloadTargets() const;

    struct Private;
    const Private& d() const { return *m_d; } ///< for the session only

private:
    explicit Form(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace rapport::forms
