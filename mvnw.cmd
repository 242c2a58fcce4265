@echo off
rem Runs the pinned Maven (see .mvn\wrapper\maven-wrapper.properties): the cached one; else an installed Maven of any
rem version fetches it, through the mirrors its user has set; else it comes from the Apache archive.
setlocal
set "HERE=%~dp0"
for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%HERE%.mvn\wrapper\maven-wrapper.properties") do set "PINNED_%%a=%%b"
set "NAME=apache-maven-%PINNED_version%"
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "CACHE=%MAVEN_USER_HOME%\wrapper\dists\%NAME%-bin"
set "MAVEN=%CACHE%\%PINNED_sha512:~0,16%\%NAME%"
if exist "%MAVEN%\bin\mvn.cmd" goto run

set "WORK=%CACHE%\fetching.%RANDOM%%RANDOM%"
set "ZIP=%WORK%\%NAME%-bin.zip"
mkdir "%WORK%" || exit /b 1
where mvn >nul 2>nul && (
  pushd "%WORK%"
  call mvn -B -q dependency:copy "-Dartifact=org.apache.maven:apache-maven:%PINNED_version%:zip:bin" "-DoutputDirectory=%WORK%" >nul 2>nul
  popd
)
powershell -NoProfile -Command "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';" ^
  "if (-not (Test-Path $env:ZIP)) { Invoke-WebRequest -UseBasicParsing -OutFile $env:ZIP ('https://archive.apache.org/dist/maven/maven-3/' + $env:PINNED_version + '/binaries/' + $env:NAME + '-bin.zip') };" ^
  "$found = (Get-FileHash -Algorithm SHA512 $env:ZIP).Hash; if ($found -ne $env:PINNED_sha512) { throw ('the Maven that was fetched has SHA-512 ' + $found + ', but ' + $env:PINNED_sha512 + ' is pinned') };" ^
  "Expand-Archive $env:ZIP $env:WORK; New-Item -ItemType Directory -Force (Split-Path $env:MAVEN) | Out-Null;" ^
  "if (-not (Test-Path $env:MAVEN)) { Move-Item ($env:WORK + '\' + $env:NAME) $env:MAVEN }; Remove-Item -Recurse -Force $env:WORK"
if not exist "%MAVEN%\bin\mvn.cmd" (
  echo mvnw: Maven %PINNED_version% could not be fetched. 1>&2
  exit /b 1
)

:run
set "MAVEN_PROJECTBASEDIR=%HERE:~0,-1%"
call "%MAVEN%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%
