; What IT writes on the command line of the installer waits for the first start:
;   shiftgate-0.1.0-win-x64.exe /S /allusers /CONSOLE=https://shiftgate.example.com /CODE=XXXX-XXXX-XXXX
!include FileFunc.nsh

!macro customInstall
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/CONSOLE=" $R1
  ${IfNot} ${Errors}
    ClearErrors
    ${GetOptions} $R0 "/CODE=" $R2
    FileOpen $R3 "$INSTDIR\resources\preset.json" w
    FileWrite $R3 "{$\"console$\":$\"$R1$\",$\"code$\":$\"$R2$\"}"
    FileClose $R3
  ${EndIf}
!macroend
