#!/usr/bin/env bash
# Makes the demonstration media anew: make-media.sh <target folder>
# Needs ffmpeg, espeak-ng, python3 and the DejaVu fonts; nothing of it is needed to build or run the suite.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=${1:?the folder to write to}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"/{recordings,training,forms,photos}
ff() { ffmpeg -hide_banner -loglevel error -nostdin -y -fflags +bitexact "$@"; }
say() { espeak-ng -v "$1" -s 150 -p "$2" -w "$3" "$4"; }
font=/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf

# ---- A net, spoken: two voices, some band noise, a telephone's bandwidth ---------------------------------------------
say en-us 40 "$work/1.wav" "This is whiskey one alpha whiskey, net control for the Tuesday evening net. Are there any emergency or priority stations?"
say en-gb 70 "$work/2.wav" "Whiskey one alpha whiskey, this is kilo one tango tango tango. No traffic. Good evening."
say en-us 40 "$work/3.wav" "Kilo one tango tango tango, good evening, you are in the log. Next station, please."
say en-gb 20 "$work/4.wav" "November zero charlie alpha lima lima, mobile, with one piece of routine traffic."
say en-us 40 "$work/5.wav" "November zero charlie alpha lima lima, roger, one routine. Please stand by. This net is now closed. Seventy three."
ff -i "$work/1.wav" -i "$work/2.wav" -i "$work/3.wav" -i "$work/4.wav" -i "$work/5.wav" \
    -f lavfi -i anoisesrc=color=pink:amplitude=0.02:duration=60:seed=1:sample_rate=22050 \
    -filter_complex '[0][1][2][3][4]concat=n=5:v=0:a=1,highpass=f=300,lowpass=f=2700[v];[v][5]amix=duration=first:normalize=0[a]' \
    -map '[a]' -ac 1 -ar 16000 "$work/net.wav"
ff -i "$work/net.wav" -c:a libopus -b:a 14k -metadata title="Tuesday evening net" -metadata artist="W1AW" \
    -metadata album="Tuesday evening net" -metadata date="2026-03-10T19:00:00Z" -metadata comment="Routine net, three stations" \
    "$out/recordings/2026-03-10 1900Z Tuesday evening net (W1AW).opus"
ff -t 22 -i "$work/net.wav" -c:a libmp3lame -b:a 24k -id3v2_version 4 -metadata title="Tuesday evening net" \
    -metadata artist="W1AW" -metadata album="Tuesday evening net" -metadata TDRC="2026-03-17T19:00:00" \
    "$out/recordings/2026-03-17 1900Z Tuesday evening net (W1AW).mp3"
say en-us 60 "$work/6.wav" "Simplex test on one four six decimal five two. This is kilo one tango tango tango, hilltop. How do you copy?"
ff -i "$work/6.wav" -ac 1 -ar 8000 -c:a pcm_s16le -write_bext 1 -metadata description="Simplex test from the hilltop" \
    -metadata originator="K1TTT" -metadata origination_date=2026-03-21 -metadata origination_time=14:30:00 \
    "$out/recordings/2026-03-21 1430Z Simplex test (K1TTT).wav"

# ---- Lessons ---------------------------------------------------------------------------------------------------------
lesson() { # number, title, text on screen, spoken, codecs..., file
    local number=$1 title=$2 screen=$3 spoken=$4 file=$5
    shift 5
    say en-us 50 "$work/lesson.wav" "$spoken"
    printf '%s' "$screen" > "$work/screen.txt"
    ff -f lavfi -i "smptehdbars=size=640x360:rate=12" -i "$work/lesson.wav" \
        -vf "drawbox=y=120:h=120:color=black@0.85:t=fill,drawtext=fontfile=$font:text='Lesson $number':fontsize=22:fontcolor=white:x=(w-tw)/2:y=135,drawtext=fontfile=$font:textfile=$work/screen.txt:fontsize=34:fontcolor=white:x=(w-tw)/2:y=170,drawtext=fontfile=$font:text='%{pts\:hms}':fontsize=16:fontcolor=white:x=(w-tw)/2:y=215" \
        -shortest -pix_fmt yuv420p "$@" -metadata title="$title" -metadata artist="ECT training" -metadata comment="Basic course, lesson $number" "$file"
}
mkdir -p "$out/training/Basic course"
lesson 1 "Checking in" "Checking in" \
    "Lesson one. Listen before you transmit. Say your callsign phonetically, once, and wait for net control." \
    "$out/training/Basic course/01 - Checking in.mp4" \
    -c:v libx264 -preset veryslow -crf 34 -c:a aac -b:a 32k -ac 1 -movflags +faststart
lesson 2 "Passing traffic" "Passing traffic" \
    "Lesson two. List your traffic with precedence and destination. Send it only when net control asks for it." \
    "$out/training/Basic course/02 - Passing traffic.webm" \
    -c:v libvpx -b:v 60k -crf 40 -c:a libopus -b:a 16k -ac 1

# ---- Photos: computed pictures with what a camera would note --------------------------------------------------------
photo() { # file, source, time, offset, latitude, longitude, caption, orientation
    ff -f lavfi -i "$2" -frames:v 1 -q:v 9 "$work/photo.jpg"
    ff -i "$work/photo.jpg" -vf scale=160:-1 -frames:v 1 -q:v 12 "$work/thumbnail.jpg"
    python3 "$here/exif.py" "$work/photo.jpg" "$work/thumbnail.jpg" "$1" "$3" "$4" "$5" "$6" "$7" "$8"
}
sky="gradients=size=960x640:c0=0x0b3d91:c1=0xf4a259:x0=480:y0=0:x1=480:y1=640:duration=1:speed=0.00001"
photo "$out/photos/Field day sunset.jpg" \
    "$sky,drawbox=x=0:y=500:w=960:h=140:color=0x20301f:t=fill,drawbox=x=470:y=150:w=8:h=360:color=0x222222:t=fill,drawbox=x=330:y=180:w=290:h=5:color=0x222222:t=fill,drawbox=x=370:y=240:w=210:h=5:color=0x222222:t=fill" \
    "2026-06-27 19:42:10" "-04:00" 41.7148 -72.7271 "Yagi on the tower at sunset" 1
photo "$out/photos/Repeater site.jpg" \
    "gradients=size=960x640:c0=0x7fb2e5:c1=0xe8f1f8:x0=0:y0=0:x1=0:y1=640:duration=1:speed=0.00001,drawbox=x=0:y=460:w=960:h=180:color=0x6b7f4f:t=fill,drawbox=x=600:y=330:w=150:h=130:color=0x8d8d8d:t=fill,drawbox=x=300:y=80:w=10:h=390:color=0x444444:t=fill,drawbox=x=280:y=140:w=50:h=6:color=0x444444:t=fill,drawbox=x=280:y=200:w=50:h=6:color=0x444444:t=fill" \
    "2026-04-11 10:15:00" "-04:00" 41.7672 -72.6734 "Repeater hut and mast" 1
photo "$out/photos/Go kit.jpg" \
    "smptehdbars=size=640x960,drawbox=x=80:y=200:w=480:h=560:color=0x2f2f2f@0.92:t=fill,drawtext=fontfile=$font:text='GO KIT':fontsize=64:fontcolor=white:x=(w-tw)/2:y=440" \
    "2026-05-02 08:05:30" "+02:00" 48.2082 16.3738 "Contents of a go kit" 1

# ---- Forms -----------------------------------------------------------------------------------------------------------
python3 "$here/forms.py" "$out/forms"

(cd "$out" && find . -type f ! -name README.md | sed 's|^\./||' | LC_ALL=C sort) > "$out/../media.list"
