"""Reads a FollowTheMoney file with the library that owns the form, checks every entity, and says what it holds as JSON.

Runs in an environment of its own.
"""

import json
import sys
from pathlib import Path

from followthemoney import model
from followthemoney.types import registry

entities = []
faults = []
for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
    data = json.loads(line)
    schema = model.get(data["schema"])
    unknown = sorted(set(data["properties"]) - set(schema.properties))
    lacking = [name for name in schema.required if not data["properties"].get(name)]
    proxy = model.get_proxy(data)  # cleaned: a value that its type refuses is dropped
    kept = {prop.name: sorted(proxy.get(prop)) for prop in proxy.iterprops()}
    dropped = {
        name: values
        for name, values in data["properties"].items()
        if len(set(map(str.strip, values))) != len(set(map(str.strip, kept.get(name, [])))) and name != "bodyText"
    }
    if unknown or lacking or dropped or registry.entity.clean(data["id"]) != data["id"]:
        faults.append([data["id"], unknown, lacking, dropped])
    entities.append({"id": proxy.id, "schema": proxy.schema.name, "caption": proxy.caption, "properties": kept})
json.dump({"entities": entities, "faults": faults}, sys.stdout)
