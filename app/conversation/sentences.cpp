// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/sentences.h"

namespace rapport::app
{

QString Sentences::failed(Doing doing, const Error& error)
{
    using Kind = Error::Kind;
    switch (doing) {
    case Doing::Starting:
        switch (error.kind) {
        case Kind::Newer:
            return tr("The data in this folder were written by a newer Rapport. Nothing was touched; please update Rapport first.");
        case Kind::Denied:
            return tr("Rapport cannot open its data: they belong to another device, are damaged or may not be read. Nothing was touched.");
        case Kind::Full:
            return tr("There is no room left on this device. Nothing was touched; please free some space and start again.");
        default:
            return tr("The data in this folder are damaged and cannot be opened. Nothing was touched; please keep the folder and ask for help.");
        }
    case Doing::Saving:
        if (error.kind == Kind::Full)
            return tr("There is no room left on this tablet, so the last answer is not saved yet. It stays on the screen; please free some space.");
        return tr("The last answer could not be saved yet. It stays on the screen; we try again with the next one.");
    case Doing::Finishing:
        if (error.kind == Kind::Full)
            return tr("There is no room left on this tablet, so the conversation is not finished yet. Nothing is lost; please free some space.");
        return tr("The conversation could not be finished yet. Nothing is lost; please try again.");
    case Doing::Discarding:
        return tr("The draft could not be deleted. Please try again.");
    case Doing::OpeningConversation:
        return tr("This conversation cannot be opened. It stays on this tablet; please ask for help.");
    case Doing::OpeningForm:
        if (error.kind == Kind::NotFound)
            return tr("There is no form on this tablet yet. It comes with the first contact to the hub.");
        return tr("The form on this tablet cannot be read. Please ask whoever made it to publish it again.");
    case Doing::ReadingPictures:
        switch (error.kind) {
        case Kind::NotFound:
            return tr("There is no camera here. You can pick a photo or type the contact.");
        case Kind::Denied:
            return tr("Rapport may not use the camera. Allow it in the settings of this device, pick a photo, or type the contact.");
        case Kind::Offline:
            return tr("The camera does not answer any more. Try again, pick a photo, or type the contact.");
        default:
            return tr("The camera cannot be used at the moment. You can pick a photo or type the contact.");
        }
    case Doing::ReadingCode:
        return error.kind == Kind::Corrupt ? tr("This picture cannot be read. Please try another one, or type the contact.")
                                           : tr("Codes cannot be read at the moment. You can type the contact instead.");
    case Doing::TakingPhoto:
        switch (error.kind) {
        case Kind::NotFound:
            return tr("There is no camera here. You can pick a photo instead.");
        case Kind::Denied:
            return tr("Rapport may not use the camera. Allow it in the settings of this device, or pick a photo instead.");
        default:
            return tr("The camera does not answer. Try again, or pick a photo instead.");
        }
    case Doing::ReadingAnswer:
        switch (error.kind) {
        case Kind::NotFound:
            return tr("There is no camera here. You can type it instead.");
        case Kind::Denied:
            return tr("Rapport may not use the camera. Allow it in the settings of this device, or type it instead.");
        case Kind::Corrupt:
            return tr("This picture cannot be read. You can type it instead.");
        case Kind::Internal:
            return tr("Codes cannot be read at the moment. You can type it instead.");
        default:
            return tr("The camera does not answer. Try again, or type it instead.");
        }
    case Doing::AddingPhoto:
        switch (error.kind) {
        case Kind::Full:
            return tr("This picture is too large. Please choose one below 64 MB and 200 megapixels.");
        case Kind::Corrupt:
            return tr("A part of this picture is missing. Please take it again, or pick another one.");
        case Kind::Invalid:
            return tr("This is no picture that can be shown here. Please pick another one.");
        case Kind::NotFound:
        case Kind::Denied:
            return tr("This picture cannot be opened any more. Please pick another one.");
        default:
            return tr("The picture could not be prepared. Please try again.");
        }
    case Doing::AddingFile:
        switch (error.kind) {
        case Kind::Invalid:
            return tr("This file is empty or larger than 200 MB. Please pick another one.");
        case Kind::NotFound:
        case Kind::Denied:
            return tr("This file cannot be opened any more. Please pick another one.");
        case Kind::Conflict:
            return tr("This file changed or went away while it was being read. Please pick it again.");
        case Kind::Full:
            return tr("There is no room left on this tablet, so this file is not kept. Please free some space and pick it again.");
        default:
            return tr("The file could not be kept. Please try again.");
        }
    case Doing::Recording:
        switch (error.kind) {
        case Kind::NotFound:
            return tr("There is no microphone here. You can pick a sound file instead.");
        case Kind::Denied:
            return tr("Rapport may not use the microphone. Allow it in the settings of this device, or pick a sound file instead.");
        default:
            return tr("The microphone does not answer. Try again, or pick a sound file instead.");
        }
    case Doing::HandingOver:
        return tr("It could not be handed over. The draft is on this tablet as it was; please try again.");
    case Doing::GoingOnRecording:
        return tr("The microphone went away. What was recorded until then is kept.");
    }
    return {};
}

QString Sentences::hubTrouble(const QString& reason)
{
    if (reason.isEmpty())
        return {};
    if (reason == QLatin1String("offline"))
        return tr("We could not reach the hub.");
    if (reason == QLatin1String("denied"))
        return tr("The hub does not know this tablet any more.");
    if (reason == QLatin1String("revoked"))
        return tr("The office has withdrawn this tablet’s access.");
    if (reason == QLatin1String("not-the-hub"))
        return tr("Something else answers in place of the hub; perhaps the Wi-Fi asks for a login.");
    if (reason == QLatin1String("too-large"))
        return tr("This conversation is too large for the hub.");
    if (reason == QLatin1String("unreadable"))
        return tr("A part of this conversation cannot be read on this tablet. Please ask for help.");
    if (reason == QLatin1String("refused"))
        return tr("The hub does not accept this conversation.");
    return tr("The hub cannot take anything at the moment.");
}

QString Sentences::safeHere(int conversations)
{
    return tr("Your %n conversation(s) are safe here.", "", conversations);
}

QString Sentences::followUp(const QString& kind)
{
    if (kind == QLatin1String("brochure"))
        return tr("brochure");
    if (kind == QLatin1String("offer"))
        return tr("offer");
    if (kind == QLatin1String("appointment"))
        return tr("appointment");
    if (kind == QLatin1String("call"))
        return tr("call");
    if (kind == QLatin1String("task"))
        return tr("task");
    return kind;
}

QString Sentences::followUps(const QString& kind)
{
    if (kind == QLatin1String("brochure"))
        return tr("Brochures");
    if (kind == QLatin1String("offer"))
        return tr("Offers");
    if (kind == QLatin1String("appointment"))
        return tr("Appointments");
    if (kind == QLatin1String("call"))
        return tr("Calls");
    return tr("Other tasks");
}

QString Sentences::withdrawal()
{
    return tr("Withdrawal of consent");
}

QString Sentences::leadStatus(const QString& leadStatus)
{
    if (leadStatus == QLatin1String("hot"))
        return tr("Hot");
    if (leadStatus == QLatin1String("warm"))
        return tr("Warm");
    if (leadStatus == QLatin1String("cold"))
        return tr("Cold");
    return leadStatus;
}

} // namespace rapport::app
