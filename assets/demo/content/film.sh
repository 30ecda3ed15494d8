#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# film.sh DEMOCONTENT OUT.mp4: makes the film of the demo fair of the frames that democontent draws, with a quiet chord. Needs ffmpeg.
set -euo pipefail
"$1" --film 960 540 | ffmpeg -v error -y -f rawvideo -pixel_format rgb24 -video_size 960x540 -framerate 25 -i - \
    -f lavfi -i "aevalsrc='0.10*(sin(2*PI*196*t)+sin(2*PI*246.94*t)+sin(2*PI*293.66*t)+0.5*sin(2*PI*392*t)*sin(2*PI*0.25*t))':s=48000:d=14" \
    -af "afade=t=in:d=1.5,afade=t=out:st=12:d=2" -c:v libx264 -preset veryslow -crf 30 -pix_fmt yuv420p -g 50 -c:a aac -b:a 48k -ac 1 \
    -movflags +faststart -map_metadata -1 -fflags +bitexact -shortest "$2"
