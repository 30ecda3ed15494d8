// SPDX-License-Identifier: Apache-2.0
pragma Singleton
import QtQuick

// The values of the look: roles of colour in three modes, type, space, shape, touch. Nothing else in qml/ holds a colour or a measure.
QtObject {
    id: theme

    enum Mode {
        Light,
        Dark,
        HighContrast
    }
    property int mode: Theme.Light
    property real textScale: 1
    readonly property real iconScale: Math.min(textScale, 1.5) // glyphs stand beside words that grow; they need not grow as far
    property bool reducedMotion: false
    property bool roomy: false // a visitor stands in front of it: what answers is larger

    readonly property bool dark: mode === Theme.Dark
    readonly property bool highContrast: mode === Theme.HighContrast

    // Colours: light, dark, high contrast
    readonly property color background: pick("#F2F4F4", "#0C1315", "#FFFFFF")
    readonly property color surface: pick("#FFFFFF", "#141D1F", "#FFFFFF")
    readonly property color surfaceRaised: pick("#FFFFFF", "#1B2729", "#FFFFFF")
    readonly property color sunken: pick("#E8EDED", "#0F181A", "#F0F0F0")
    readonly property color outline: pick("#D7DEDE", "#283638", "#4A4A4A")
    readonly property color outlineStrong: pick("#748586", "#7F9294", "#000000")
    readonly property color text: pick("#12201F", "#E8F0EF", "#000000")
    readonly property color textMuted: pick("#4F605F", "#A2B3B2", "#262626")
    readonly property color primary: pick("#0B5A60", "#74D3D0", "#00363B")
    readonly property color overPrimary: pick("#FFFFFF", "#00302F", "#FFFFFF")
    readonly property color primarySoft: pick("#DDECEB", "#163A3C", "#E3F3F2")
    readonly property color primaryVeil: Qt.alpha(primary, 0.08) // below a line of a chart
    readonly property color overPrimarySoft: pick("#084348", "#B5EBE8", "#00292C")
    readonly property color positive: pick("#1B6B43", "#7FD8A4", "#00401F")
    readonly property color positiveSoft: pick("#DFF1E7", "#14352A", "#E9F7EF")
    readonly property color warning: pick("#7A5400", "#F2C55C", "#4A3200")
    readonly property color warningSoft: pick("#FFF3D2", "#38300F", "#FFF6DC")
    readonly property color attention: pick("#AD4600", "#FFA066", "#6E2A00")
    readonly property color attentionSoft: pick("#FFEADC", "#3E2415", "#FFF0E6")
    readonly property color overAttention: pick("#FFFFFF", "#3A1500", "#FFFFFF")
    readonly property color danger: pick("#B3261E", "#FF8F86", "#7F000C")
    readonly property color dangerSoft: pick("#FCE7E5", "#401C1A", "#FFF0EF")
    readonly property color focus: pick("#1A56DB", "#8DB6FF", "#0030A8")
    readonly property color ink: pick("#0D2B2F", "#080E0F", "#000000")
    readonly property color overInk: highContrast ? "#FFFFFF" : "#E6F1F0"
    readonly property color overInkMuted: pick("#9DB8B8", "#8FA8A8", "#D6E6E6")
    readonly property color scrim: Qt.alpha(ink, 0.5) // over the page, below what lies on top
    readonly property color hero: pick("#0D2B2F", "#12292C", "#000000")
    readonly property color overHero: "#FFFFFF"
    readonly property color accent: "#74D3D0" // on ink and on the camera
    readonly property color overAccent: "#08292C"
    readonly property color inkVeil: Qt.rgba(1, 1, 1, 0.11)

    // The camera page is dark in every mode.
    readonly property color camera: "#070B0C"
    readonly property color cameraPill: Qt.rgba(18 / 255, 26 / 255, 28 / 255, 0.78)
    readonly property color cameraCard: "#1B2729"
    readonly property color cameraText: "#F2F7F6"
    readonly property color cameraMuted: "#A2B3B2"
    readonly property color cameraLine: "#2E3C3E"
    readonly property color cameraGood: "#7FD8A4"
    readonly property color cameraGoodSoft: "#14352A"
    readonly property color cameraSoft: "#163A3C"
    readonly property color cameraOnSoft: "#B5EBE8"
    readonly property color cameraSunken: "#0F181A"
    readonly property color cameraDim: Qt.rgba(7 / 255, 11 / 255, 12 / 255, 0.45)
    readonly property color halo: Qt.rgba(116 / 255, 211 / 255, 208 / 255, 0.25)
    readonly property color signatureInk: "#0D2B2F"
    readonly property color paper: "#FFFFFF"
    readonly property color found: Qt.rgba(1, 201 / 255, 40 / 255, 0.45) // over words that were found on paper
    readonly property color customerGround: pick("#E4E9E8", "#0C1315", "#FFFFFF") // below what is shown across the table
    readonly property color drawRed: "#D92D20" // ink on a picture or on paper: the same in every light, for it is in the picture then
    readonly property color drawYellow: "#FFC928"
    readonly property color drawBlue: "#1A56DB"

    // Type: Inter, Noto Sans where a script is missing; icons of Material Design Icons
    readonly property string family: "Inter"
    readonly property string iconFamily: "Material Design Icons"
    readonly property TypeStyle display: TypeStyle { size: 32; line: 40; weight: 600; tracking: -0.022 }
    readonly property TypeStyle h1: TypeStyle { size: 24; line: 32; weight: 600; tracking: -0.018 }
    readonly property TypeStyle h2: TypeStyle { size: 20; line: 28; weight: 600; tracking: -0.012 }
    readonly property TypeStyle h3: TypeStyle { size: 16; line: 24; weight: 600; tracking: -0.004 }
    readonly property TypeStyle body: TypeStyle { size: 16; line: 24 }
    readonly property TypeStyle strong: TypeStyle { size: 16; line: 24; weight: 500 }
    readonly property TypeStyle small: TypeStyle { size: 14; line: 20 }
    readonly property TypeStyle smallStrong: TypeStyle { size: 14; line: 20; weight: 600 }
    readonly property TypeStyle caption: TypeStyle { size: 13; line: 18 }
    readonly property TypeStyle label: TypeStyle { size: 13; line: 18; weight: 500 }
    readonly property TypeStyle rail: TypeStyle { size: 12; line: 16; weight: 500 }
    readonly property TypeStyle button: TypeStyle { size: 16; line: 24; weight: 600 }
    readonly property TypeStyle mark: TypeStyle { size: 22; line: 28; weight: 700; tracking: -0.04 }

    // Space and shape
    readonly property int hairline: 1
    readonly property int focusLine: 2
    readonly property int s2: 2
    readonly property int s4: 4
    readonly property int s8: 8
    readonly property int s10: 10
    readonly property int s12: 12
    readonly property int s16: 16
    readonly property int s20: 20
    readonly property int s24: 24
    readonly property int s32: 32
    readonly property int s48: 48
    readonly property int betweenQuestions: 26
    readonly property int radiusSmall: 8
    readonly property int radius: 12
    readonly property int radiusCard: 16
    readonly property int radiusHero: 24
    readonly property int margin: 32
    readonly property int marginPhone: 16

    // Touch
    readonly property int target: 48
    readonly property int targetLarge: roomy ? 88 : 56
    readonly property int railWidth: 88
    readonly property int railItemWidth: 72
    readonly property int railItemHeight: 64
    readonly property int bar: 72
    readonly property int barTall: 88
    readonly property int foot: 84
    readonly property int row: 72
    readonly property int chip: 32
    readonly property int avatar: 44
    readonly property int photo: 200
    readonly property int avatarLarge: 64
    readonly property int heroTile: 132
    readonly property int tile: 260 // the least width of a cover in a grid
    readonly property int coverSmall: 92
    readonly property int thumb: 84
    readonly property int sideCard: 344
    readonly property int historyCard: 400 // a timeline beside what is known
    readonly property int historyFrom: 1080 // from this width it stands there
    readonly property int iconTile: 36
    readonly property int courseWidth: 392 // of a figure through a year
    readonly property int courseHeight: 148
    readonly property int sectionList: 244
    readonly property int customerPane: 320
    readonly property int dialogWidth: 480
    readonly property int resultCard: 440
    readonly property int readingWidth: 720
    readonly property int badge: 28
    readonly property int signatureHeight: 180
    readonly property int textArea: 96
    readonly property int measureField: 148
    readonly property int sparkline: 160
    readonly property int gridCell: 72 // the least and the most of a column of points
    readonly property int gridCellAtMost: 128
    readonly property int likertFrom: 96 // a point of a scale stands beside the others from this width

    // Icons
    readonly property int iconSmall: 16
    readonly property int iconReceipt: 18
    readonly property int iconText: 20
    readonly property int icon: 24
    readonly property int iconLarge: 28
    readonly property int iconHero: 64

    // Motion
    readonly property int pressTime: reducedMotion ? 0 : 80
    readonly property int holdTime: reducedMotion ? 0 : 400 // the outline of what was found, before the card
    readonly property int panelTime: reducedMotion ? 0 : 200
    readonly property int doubleTapTime: 260 // within it a second tap makes one tap two; no motion
    readonly property int restTime: 500 // of typing: then what stands there is kept; no motion

    // Width classes, by window
    readonly property int compact: 600
    readonly property int wide: 840
    readonly property int paneFrom: 1100 // sections, questions and a customer side by side

    function pick(light, night, contrast) {
        return mode === Theme.Light ? light : mode === Theme.Dark ? night : contrast
    }
}
