# Lesart's front door on Windows; `run` says what each command does. Needs Python 3.11 to 3.14 (the py launcher) or uv.
$ErrorActionPreference = "Stop"
$root = $PSScriptRoot
$venv = "$root\.venv"
$python = "$venv\Scripts\python.exe"
$env:UV_PYTHON_DOWNLOADS = "never"
$env:PYTHONSAFEPATH = "1"

function Invoke-Checked { # runs a program and stops with its exit code where that is not 0
    param([string] $Program, [string[]] $Arguments)
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Install-Environment { # from the lock named, unless that was done before
    param([string] $Lock)
    $wanted = @($root) + (Get-Content "$root\pyproject.toml", "$root\packaging\tools.lock", "$root\$Lock") -join "`n"
    $stamp = "$venv\made-from-$Lock"
    if ((Test-Path $python) -and (Test-Path $stamp) -and ((Get-Content $stamp -Raw) -eq $wanted)) { return }
    $uv = "uv"
    if (-not (Get-Command uv -ErrorAction SilentlyContinue)) {
        $uv = "$root\.tools\Scripts\uv.exe"
        if (-not (Test-Path $uv)) {
            Invoke-Checked "py" @("-3", "-m", "venv", "$root\.tools")
            Invoke-Checked "$root\.tools\Scripts\python.exe" @("-m", "pip", "install", "--quiet", "--require-hashes", "-r", "$root\packaging\tools.lock")
        }
    }
    Push-Location $root
    if (-not (Test-Path $python)) { Invoke-Checked $uv @("venv", "--quiet", "--allow-existing", $venv) }
    Invoke-Checked $uv @("pip", "install", "--python", $python, "--compile-bytecode", "--require-hashes", "-r", $Lock)
    Invoke-Checked $uv @("pip", "install", "--python", $python, "--quiet", "--no-deps", "--build-constraint", "packaging\tools.lock", "-e", ".")
    Pop-Location
    Set-Content $stamp $wanted -NoNewline
}

$command, $rest = $args
$rest = @($rest | Where-Object { $null -ne $_ })
if ($command -eq "test") {
    Install-Environment "requirements-dev.lock"
    $env:QT_QPA_PLATFORM = "offscreen"
    if ($rest.Count -eq 0) { $rest = @("--numprocesses", "auto", "--maxprocesses", "4") }
    Push-Location $root
    & $python -m pytest @rest
    Pop-Location
} elseif ($command -eq "package") {
    $venv = "$root\build\venv" # only what the program needs: whatever else were there might be frozen with it
    $python = "$venv\Scripts\python.exe"
    Install-Environment "requirements-packaging.lock"
    & $python "$root\packaging"
} elseif ($null -eq $command) {
    Install-Environment "requirements.lock"
    & $python -m desktop --sample
} else {
    Install-Environment "requirements.lock"
    & $python -m desktop $command @rest
}
exit $LASTEXITCODE
