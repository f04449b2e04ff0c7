<#
.SYNOPSIS
Memasang atau menghapus tugas mingguan yang menyegarkan tab Monev (Penjadwal Tugas Windows).

.DESCRIPTION
Tugasnya berjalan atas nama Anda, tanpa jendela dan tanpa hak administrator. Bila komputer mati pada jamnya, tugas
menyusul kira-kira 10 menit sesudah komputer menyala, bila Anda sudah masuk. Langkah demi langkah: docs\mingguan.md

.PARAMETER Konfigurasi
Berkas pengaturan zi-excel.toml dengan bagian [mingguan]. Bawaan: zi-excel.toml di folder ini.

.PARAMETER Hari
Hari tugas berjalan. Bawaan: Senin.

.PARAMETER Jam
Jam tugas berjalan, misalnya 06:00 (bawaan) atau 18.30.

.PARAMETER Lingkungan
Folder lingkungan Python tempat zi_excel dipasang. Bawaan: folder zi_excel di folder rumah Anda.

.PARAMETER Nama
Nama tugas di Penjadwal Tugas.

.PARAMETER Hapus
Menghapus tugas. Buku kerja, log, dan pengaturan tidak disentuh.

.EXAMPLE
powershell -NoProfile -ExecutionPolicy Bypass -File scripts\install_windows_task.ps1 -Konfigurasi "D:\Rencana Aksi\zi-excel.toml"

.EXAMPLE
powershell -NoProfile -ExecutionPolicy Bypass -File scripts\install_windows_task.ps1 -Hapus
#>
[CmdletBinding()]
param(
    [string]$Konfigurasi = 'zi-excel.toml',
    [string]$Hari = 'Senin',
    [string]$Jam = '06:00',
    [string]$Lingkungan = (Join-Path -Path $env:USERPROFILE -ChildPath 'zi_excel'),
    [string]$Nama = 'zi-excel Monev',
    [switch]$Hapus
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

function Stop-WithSentence([string]$Sentence) {
    [Console]::Error.WriteLine("zi-excel: $Sentence")
    exit 2
}

function Get-WholePath([string]$Path, [string]$What) {
    if (-not (Test-Path -LiteralPath $Path -PathType Leaf)) {
        Stop-WithSentence "$What '$Path' tidak ada; periksa letaknya (lihat docs\mingguan.md)."
    }
    return (Resolve-Path -LiteralPath $Path).ProviderPath
}

if ($Hapus) {
    $existing = Get-ScheduledTask -TaskPath '\' -TaskName $Nama -ErrorAction SilentlyContinue
    if ($null -eq $existing) {
        Write-Output "Tugas '$Nama' tidak ada; tidak ada yang dihapus."
        exit 0
    }
    try {
        Unregister-ScheduledTask -TaskPath '\' -TaskName $Nama -Confirm:$false
    }
    catch {
        Stop-WithSentence "Windows menolak menghapus tugas '$Nama': $($_.Exception.Message)"
    }
    Write-Output "Tugas '$Nama' dihapus. Buku kerja, cadangan, log, dan pengaturan tetap ada."
    exit 0
}

$days = @{
    Senin = 'Monday'; Selasa = 'Tuesday'; Rabu = 'Wednesday'; Kamis = 'Thursday'
    Jumat = 'Friday'; Sabtu = 'Saturday'; Minggu = 'Sunday'
}
if (-not $days.ContainsKey($Hari)) {
    Stop-WithSentence "-Hari '$Hari' tidak dikenal; pilih Senin, Selasa, Rabu, Kamis, Jumat, Sabtu, atau Minggu."
}
if ($Jam -notmatch '^([01][0-9]|2[0-3])[:.][0-5][0-9]$') {
    Stop-WithSentence "-Jam '$Jam' bukan jam; tulis misalnya 06:00 atau 18:30."
}

# "D:\Rencana Aksi\" arrives with its last quotation mark, since Windows takes \" for one that belongs to the text.
$Lingkungan = $Lingkungan.TrimEnd('"')
$Konfigurasi = $Konfigurasi.TrimEnd('"')

$scripts = Join-Path -Path $Lingkungan -ChildPath 'Scripts'
$python = Get-WholePath (Join-Path -Path $scripts -ChildPath 'python.exe') 'Python'
$windowless = Get-WholePath (Join-Path -Path $scripts -ChildPath 'pythonw.exe') 'Python tanpa jendela'
$weekly = Get-WholePath (Join-Path -Path $scripts -ChildPath 'refresh_monev.py') 'Skrip mingguan'
if (Test-Path -LiteralPath $Konfigurasi -PathType Container) {
    $Konfigurasi = Join-Path -Path $Konfigurasi -ChildPath 'zi-excel.toml'
}
$settings = Get-WholePath $Konfigurasi 'Berkas pengaturan'

# A file's name can't have quotation marks on Windows, so these hold whatever else is in it.
& $python "$weekly" --konfigurasi "$settings" --periksa
if ($LASTEXITCODE -ne 0) {
    Stop-WithSentence 'pengaturannya tidak dapat diikuti; perbaiki dahulu, lalu ulangi. Tidak ada tugas yang dipasang.'
}

$at = [datetime]::ParseExact($Jam.Replace('.', ':'), 'HH:mm', [Globalization.CultureInfo]::InvariantCulture)
$user = [Security.Principal.WindowsIdentity]::GetCurrent().Name

# The folder of the settings may be on a network drive that is not there yet: without its folder no task starts.
$action = @{
    Execute          = $windowless
    Argument         = '"{0}" --konfigurasi "{1}"' -f $weekly, $settings
    WorkingDirectory = Split-Path -Parent -Path $windowless
}
$trigger = New-ScheduledTaskTrigger -Weekly -DaysOfWeek $days[$Hari] -At $at
# As the cmdlet makes it, the time is one of UTC and would move with the computer's time zone.
$trigger.StartBoundary = $at.ToString('s')
$options = @{
    StartWhenAvailable         = $true
    AllowStartIfOnBatteries    = $true
    DontStopIfGoingOnBatteries = $true
    MultipleInstances          = 'IgnoreNew'
    ExecutionTimeLimit         = New-TimeSpan -Days 2
}
$task = @{
    TaskPath    = '\'
    TaskName    = $Nama
    Description = 'Menyegarkan tab Monev di buku kerja Rencana Aksi (zi_excel).'
    Action      = New-ScheduledTaskAction @action
    Trigger     = $trigger
    Settings    = New-ScheduledTaskSettingsSet @options
    Principal   = New-ScheduledTaskPrincipal -UserId $user -LogonType Interactive -RunLevel Limited
}
try {
    Register-ScheduledTask @task -Force | Out-Null
}
catch {
    Stop-WithSentence "Windows menolak memasang tugas '$Nama': $($_.Exception.Message)"
}

Write-Output ''
Write-Output "Tugas '$Nama' dipasang: setiap $Hari pukul $($at.ToString('HH.mm')), atas nama $user."
Write-Output "  Pengaturan: $settings"
Write-Output "  Python:     $windowless"
Write-Output '  Bila komputer mati pada jam itu, tugas menyusul kira-kira 10 menit sesudah komputer menyala, bila Anda sudah masuk.'
Write-Output ''
Write-Output "Menjalankan sekarang: schtasks /Run /TN `"$Nama`""
Write-Output 'Menghapus:            jalankan skrip ini lagi dengan -Hapus'
