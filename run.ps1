# Lesart's front door on Windows; `run` says what each command does. Needs Python 3.11 to 3.14 (the py launcher) or uv.
$ErrorActionPreference = "Stop"
$root = $PSScriptRoot
$venv = "$root\.venv"
$python = "$venv\Scripts\python.exe"

function Invoke-Checked { # runs a program and stops with its exit code where that is not 0
    param([string] $Program, [string[]] $Arguments)
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Find-Uv { # one that reads pyproject.toml without complaint (required-version), else our own in .tools
    if (Get-Command uv -ErrorAction SilentlyContinue) {
        cmd /c "uv cache dir >nul 2>nul"
        if ($LASTEXITCODE -eq 0) { return "uv" }
    }
    $own = "$root\.tools\Scripts\uv.exe"
    if (-not (Test-Path -LiteralPath $own)) {
        $base = @("python")
        if (Get-Command py -ErrorAction SilentlyContinue) { $base = @("py", "-3") }
        $program, $words = $base
        Invoke-Checked $program (@($words | Where-Object { $_ }) + @("-m", "venv", "$root\.tools")) | Out-Host
        Invoke-Checked "$root\.tools\Scripts\python.exe" @("-m", "pip", "install", "--quiet", "--require-hashes", "-r", "$root\packaging\tools.lock") | Out-Host
    }
    return $own
}

function Get-Wanted { # what an environment is made from; compared with what it was made from
    param([string] $Lock)
    $version = if (Test-Path -LiteralPath $python) { & $python -V }
    $lines = @($root, $version) + (Get-Content -LiteralPath "$root\pyproject.toml", "$root\packaging\tools.lock", "$root\$Lock")
    return $lines -join "`n"
}

function Install-Environment { # from the lock named, unless that was done before
    param([string] $Lock)
    $stamp = "$venv\made-from-$Lock"
    if ((Test-Path -LiteralPath $python) -and (Test-Path -LiteralPath $stamp)) {
        if ((Get-Content -LiteralPath $stamp -Raw) -ceq (Get-Wanted $Lock)) { return }
    }
    $uv = Find-Uv
    if (-not (Test-Path -LiteralPath $python)) { Invoke-Checked $uv @("venv", "--quiet", "--allow-existing", $venv) }
    Invoke-Checked $uv @("pip", "install", "--python", $python, "--compile-bytecode", "--require-hashes", "-r", $Lock)
    Invoke-Checked $uv @("pip", "install", "--python", $python, "--quiet", "--no-deps", "--build-constraint", "packaging\tools.lock", "-e", ".")
    Set-Content -LiteralPath $stamp (Get-Wanted $Lock) -NoNewline
}

# What is set here ends with this call: a window that is opened from the same shell afterwards is to be seen.
$before = @{}
function Set-Here {
    param([string] $Name, [string] $Value)
    if (-not $before.ContainsKey($Name)) { $before[$Name] = [Environment]::GetEnvironmentVariable($Name) }
    Set-Item "Env:$Name" $Value
}

$command, $rest = $args
$rest = @($rest | Where-Object { $null -ne $_ })
$caller = Get-Location
try {
    Set-Here "UV_PYTHON_DOWNLOADS" "never"
    Set-Here "PYTHONSAFEPATH" "1"
    Set-Location -LiteralPath $root
    if ($command -in "help", "-h", "--help") {
        Get-Content -LiteralPath "$root\run" -Encoding UTF8 | Where-Object { $_ -match "^#   " } | ForEach-Object { $_.Substring(4) }
        exit 0
    } elseif ($command -eq "test") {
        Install-Environment "requirements-dev.lock"
        Set-Here "QT_QPA_PLATFORM" "offscreen"
        if ($rest.Count -eq 0) { $rest = @("--numprocesses", "auto", "--maxprocesses", "4") }
        & $python -m pytest @rest
    } elseif ($command -eq "lint") {
        Install-Environment "requirements-dev.lock"
        Invoke-Checked $python @("-m", "ruff", "check")
        Invoke-Checked $python @("-m", "ruff", "format", "--check")
        Invoke-Checked "$venv\Scripts\lint-imports.exe"
        & $python -m pyright
    } elseif ($command -eq "bench") {
        Install-Environment "requirements-dev.lock"
        Set-Here "QT_QPA_PLATFORM" "offscreen"
        $name, $words = $rest
        & $python "tests\bench\$name.py" @words
    } elseif ($command -eq "manual") {
        Install-Environment "requirements-dev.lock"
        Set-Here "QT_QPA_PLATFORM" "offscreen"
        & $python "$root\packaging" manual @rest
    } elseif ($command -eq "screenshots") {
        Install-Environment "requirements-dev.lock"
        Set-Here "QT_QPA_PLATFORM" "offscreen"
        Set-Location -LiteralPath $caller
        & $python "$root\tests\screenshots.py" @rest
    } elseif ($command -eq "train" -and -not ("$($rest[0])" -match "\.lesart$|^postgres\w*:")) {
        Install-Environment "requirements-training.lock"
        & $python -m desktop.nlp.training @rest
    } elseif ($command -eq "package") {
        $venv = "$root\build\venv" # only what the program needs: whatever else were there might be frozen with it
        $python = "$venv\Scripts\python.exe"
        Install-Environment "requirements-packaging.lock"
        & $python "$root\packaging"
    } elseif ($command -in "package-test", "lock") {
        Write-Host "Only on Linux: ./run $command"
        exit 2
    } else {
        Install-Environment "requirements.lock"
        Set-Location -LiteralPath $caller # paths on the command line are the caller's
        if ($null -eq $command) { & $python -m desktop --sample } else { & $python -m desktop $command @rest }
    }
    exit $LASTEXITCODE
} finally {
    Set-Location -LiteralPath $caller
    foreach ($name in $before.Keys) {
        if ($null -eq $before[$name]) { Remove-Item "Env:$name" } else { Set-Item "Env:$name" $before[$name] }
    }
}
