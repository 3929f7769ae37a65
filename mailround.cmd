@echo off
rem Starts Mailround, and builds it first where that is needed: on first use, and after its sources have changed.
rem Needs a JDK 17 or newer, from JAVA_HOME or the PATH. Options for the JVM: MAILROUND_JAVA_OPTS.
setlocal enableextensions disabledelayedexpansion
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
set "RUNS=%HERE%\target\run"

set "JAVA=java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "VERSION="
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do if not defined VERSION set "VERSION=%%~v"
if not defined VERSION goto :nojava
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% lss 17 goto :oldjava

rem The program runs from a copy: Windows locks the jar of a running process, and the next build must replace it.
call :current
powershell -NoProfile -Command "$r = Get-Item '%RUNS%\current' -ErrorAction SilentlyContinue; if (-not $r -or -not (Test-Path '%APP%\mailround.jar')) { exit 1 }; if (Get-ChildItem '%HERE%\src\main','%HERE%\pom.xml','%HERE%\.mvn' -Recurse -ErrorAction SilentlyContinue | Where-Object LastWriteTime -gt $r.LastWriteTime | Select-Object -First 1) { exit 1 }"
if errorlevel 1 call :build || exit /b 1

if not defined MAILROUND_HOME set "MAILROUND_HOME=%HERE%"
rem A round takes a minute or two: the JVM's compiler must not take most of that, nor the collector, unless somebody names
rem another: the JVM starts with one alone.
set "COLLECTOR=-XX:+UseSerialGC -XX:NewRatio=1"
echo "%MAILROUND_JAVA_OPTS%" | findstr /r /c:"-XX:+Use.*GC" >nul && set "COLLECTOR="
"%JAVA%" -Xlog:disable -Xlog:all=error:stderr %COLLECTOR% -XX:FreqInlineSize=80 -XX:InlineSmallCode=800 -XX:MaxInlineLevel=6 -Djdk.nio.maxCachedBufferSize=262144 -Dfile.encoding=UTF-8 "-Dmailround.home=%MAILROUND_HOME%" %MAILROUND_JAVA_OPTS% -jar "%APP%\mailround.jar" %*
exit /b %ERRORLEVEL%

:nojava
echo Mailround needs Java, and none was found: install a JDK 17 or newer, or set JAVA_HOME to one. 1>&2
exit /b 1

:oldjava
echo Mailround needs Java 17 or newer, and "%JAVA%" is %VERSION%: install a newer JDK, or set JAVA_HOME to one. 1>&2
exit /b 1

:current
set "APP="
if exist "%RUNS%\current" set /p APP=<"%RUNS%\current"
set "APP=%RUNS%\%APP%"
exit /b 0

:build
echo Building Mailround (a minute on first use)... 1>&2
if not exist "%RUNS%" mkdir "%RUNS%"
set "COPY=%RANDOM%%RANDOM%"
type nul >"%RUNS%\%COPY%.began"
pushd "%HERE%"
call "%HERE%\mvnw.cmd" -q -B -Dmaven.test.skip -DskipTests package >"%RUNS%\build.log" 2>&1 <nul
if not errorlevel 1 "%JAVA%" -Djarmode=tools -jar "%HERE%\target\mailround.jar" extract --force --destination "%RUNS%\%COPY%" >>"%RUNS%\build.log" 2>&1 <nul
if errorlevel 1 (
  popd
  type "%RUNS%\build.log" 1>&2
  echo Mailround could not be built: the reason stands above. 1>&2
  exit /b 1
)
popd
rem As old as the moment the build began: what is edited meanwhile is built next time.
>"%RUNS%\%COPY%.began" echo %COPY%
powershell -NoProfile -Command "$b = Get-Item '%RUNS%\%COPY%.began'; $b.LastWriteTime = $b.CreationTime"
move /y "%RUNS%\%COPY%.began" "%RUNS%\current" >nul
call :current
exit /b 0
