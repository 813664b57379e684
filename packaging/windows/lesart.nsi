; Lesart for one Windows user, without administrator's rights. nsis.py hands in VERSION, FOLDER, ICON, LICENSE and OUT.
; Projects and settings are never touched: they lie in the user's own folders.
Unicode true
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh

!define CLASS "Lesart.Project"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Lesart"

Name "Lesart"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Lesart"
InstallDirRegKey HKCU "Software\Lesart" "Folder"
BrandingText "Lesart ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Lesart"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Lesart"
VIAddVersionKey CompanyName "The Lesart authors"
VIAddVersionKey LegalCopyright "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\lesart.exe"
!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString PROJECT ${LANG_ENGLISH} "Lesart project"
LangString PROJECT ${LANG_GERMAN} "Lesart-Projekt"
LangString RUNNING ${LANG_ENGLISH} "Lesart is open. Please close it, then go on."
LangString RUNNING ${LANG_GERMAN} "Lesart ist geöffnet. Bitte schließen Sie es und machen Sie dann weiter."

; Only what is ours: somebody may keep projects in the same folder.
!macro RemoveProgram
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\licences"
    Delete "$INSTDIR\lesart.exe"
    Delete "$INSTDIR\lesart-console.exe"
!macroend

; A program that runs holds its file: where it cannot be opened for writing, ask until it can.
!macro WaitUntilClosed UN
Function ${UN}WaitUntilClosed
    again:
    IfFileExists "$INSTDIR\lesart.exe" 0 closed
    ClearErrors
    FileOpen $0 "$INSTDIR\lesart.exe" a
    IfErrors 0 free
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
    Abort
    free:
    FileClose $0
    closed:
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Section
    Call WaitUntilClosed
    !insertmacro RemoveProgram ; of an older version
    SetOutPath "$INSTDIR"
    File /r "${FOLDER}\*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Lesart.lnk" "$INSTDIR\lesart.exe"

    WriteRegStr HKCU "${CLASSES}\.lesart" "" "${CLASS}"
    WriteRegStr HKCU "${CLASSES}\.lesart" "Content Type" "application/x-lesart"
    WriteRegStr HKCU "${CLASSES}\${CLASS}" "" "$(PROJECT)"
    WriteRegStr HKCU "${CLASSES}\${CLASS}\DefaultIcon" "" "$INSTDIR\lesart.exe,0"
    WriteRegStr HKCU "${CLASSES}\${CLASS}\shell\open\command" "" '"$INSTDIR\lesart.exe" "%1"'
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

    WriteRegStr HKCU "Software\Lesart" "Folder" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Lesart"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\lesart.exe"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Lesart authors"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section Uninstall
    Call un.WaitUntilClosed
    !insertmacro RemoveProgram
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Lesart.lnk"
    ReadRegStr $0 HKCU "${CLASSES}\.lesart" ""
    ${If} $0 == "${CLASS}"
        DeleteRegKey HKCU "${CLASSES}\.lesart"
    ${EndIf}
    DeleteRegKey HKCU "${CLASSES}\${CLASS}"
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegKey HKCU "Software\Lesart"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
