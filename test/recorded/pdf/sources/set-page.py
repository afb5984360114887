"""Writes the qpdf JSON that sets entries of the first page: python3 set-page.py IN.pdf ENTRIES > OUT.json"""

import json
import subprocess
import sys

known = json.loads(subprocess.run(["qpdf", "--json=2", sys.argv[1]], capture_output=True, check=True).stdout)
header = known["qpdf"][0]
page = f"obj:{known['pages'][0]['object']}"
value = known["qpdf"][1][page]["value"] | json.loads(sys.argv[2])
json.dump({"version": 2, "qpdf": [header, {page: {"value": value}}]}, sys.stdout)
