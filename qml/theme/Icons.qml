// SPDX-License-Identifier: Apache-2.0
pragma Singleton
import QtQml

// Code points of Material Design Icons 1.6.50, only the glyphs used.
QtObject {
    readonly property string account: "\uF004"
    readonly property string accountMultiple: "\uF00E"
    readonly property string alertCircle: "\uF028"
    readonly property string arrowDown: "\uF045"
    readonly property string arrowLeft: "\uF04D"
    readonly property string arrowRight: "\uF054"
    readonly property string arrowTopRight: "\uF05C"
    readonly property string arrowUp: "\uF05D"
    readonly property string barcodeScan: "\uF072"
    readonly property string briefcase: "\uF0D6"
    readonly property string brush: "\uF0E3"
    readonly property string calendar: "\uF0F0"
    readonly property string camera: "\uF100"
    readonly property string cameraSwitch: "\uF108"
    readonly property string cellphone: "\uF11C"
    readonly property string check: "\uF12C"
    readonly property string checkAll: "\uF12D"
    readonly property string checkCircle: "\uF5E0"
    readonly property string chevronDown: "\uF140"
    readonly property string chevronLeft: "\uF141"
    readonly property string chevronRight: "\uF142"
    readonly property string chevronUp: "\uF143"
    readonly property string clock: "\uF150"
    readonly property string close: "\uF156"
    readonly property string cloudUpload: "\uF167"
    readonly property string contentSave: "\uF193"
    readonly property string crosshairs: "\uF1A4"
    readonly property string deleteOutline: "\uF1C0"
    readonly property string domain: "\uF1D7"
    readonly property string dotsVertical: "\uF1D9"
    readonly property string drag: "\uF1DD"
    readonly property string email: "\uF1EE"
    readonly property string file: "\uF214"
    readonly property string fileDocument: "\uF219"
    readonly property string filePdf: "\uF225"
    readonly property string fire: "\uF238"
    readonly property string flashlight: "\uF244"
    readonly property string flashlightOff: "\uF245"
    readonly property string helpCircle: "\uF2D7"
    readonly property string home: "\uF2DC"
    readonly property string image: "\uF2E9"
    readonly property string inbox: "\uF2FB"
    readonly property string information: "\uF2FD"
    readonly property string keyboard: "\uF30C"
    readonly property string link: "\uF339"
    readonly property string magnify: "\uF349"
    readonly property string messageText: "\uF369"
    readonly property string microphone: "\uF36C"
    readonly property string minus: "\uF374"
    readonly property string music: "\uF387"
    readonly property string paperclip: "\uF3E2"
    readonly property string pause: "\uF3E4"
    readonly property string pencil: "\uF3EB"
    readonly property string phone: "\uF3F2"
    readonly property string play: "\uF40A"
    readonly property string plus: "\uF415"
    readonly property string qrcode: "\uF432"
    readonly property string qrcodeScan: "\uF433"
    readonly property string redo: "\uF44E"
    readonly property string settings: "\uF493"
    readonly property string star: "\uF4CE"
    readonly property string starOutline: "\uF4D2"
    readonly property string stop: "\uF4DB"
    readonly property string tablet: "\uF4F6"
    readonly property string timerSand: "\uF51F"
    readonly property string translate: "\uF5CA"
    readonly property string undo: "\uF54C"
    readonly property string video: "\uF567"

    // Names as the controllers say them; what is not known is a neutral dot of information.
    function named(name) {
        const known = {
            "account": account, "briefcase": briefcase, "cellphone": cellphone, "domain": domain, "email": email, "phone": phone,
            "link-variant": link, "message-text": messageText, "qrcode": qrcode, "home": home, "file": file, "pdf": filePdf, "music": music, "picture": image, "video": video
        }
        return known[name] ?? information
    }
}
