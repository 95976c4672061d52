#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes templates/maps/world.json and the coordinates of templates/maps/places.csv.

    npm install --ignore-scripts world-atlas@2
    tests/support/world.py node_modules/world-atlas

The outlines are Natural Earth's (public domain) as the package has them. Antarctica is left
out, and what has no code of its own lies with the country that the United Nations count it
to. Codes and names are those of places.csv, which is kept by hand but for its coordinates:
the middle of the largest part of each place, in the finer outlines.
"""
import csv
import json
import math
import pathlib
import sys

MAPS = pathlib.Path(__file__).resolve().parents[2] / "templates" / "maps"
ANTARCTICA = "010"
WITHOUT_CODE = {"N. Cyprus": "196", "Somaliland": "706", "Kosovo": "983"}

# Places that the outlines do not have by themselves.
COORDINATES = {
    "BES": (-68.3, 12.2), "BVT": (3.4, -54.4), "CCK": (96.8, -12.2), "CXR": (105.6, -10.5),
    "GIB": (-5.4, 36.1), "GLP": (-61.5, 16.2), "GUF": (-53.1, 3.9), "IOT": (72.4, -7.3),
    "MTQ": (-61.0, 14.6), "MYT": (45.2, -12.8), "REU": (55.5, -21.1), "SJM": (16.0, 78.5),
    "TKL": (-171.8, -9.2), "TUV": (179.2, -8.5), "UMI": (166.6, 19.3),
}


def arcs_of(topology):
    """The arcs as lists of degrees."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        yield points


def rings_of(geometry, arcs):
    """The outer rings of a geometry."""
    polygons = geometry["arcs"]
    for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
        ring = []
        for index in polygon[0]:
            points = arcs[index] if index >= 0 else arcs[~index][::-1]
            ring += points[1:] if ring else points
        yield ring


def unwrapped(ring):
    """The ring without jumps from one side of the map to the other."""
    shift = 0
    points = [ring[0]]
    for x, y in ring[1:]:
        step = x + shift - points[-1][0]
        shift += -360 if step > 180 else 360 if step < -180 else 0
        points.append((x + shift, y))
    return points


def middle(ring):
    """Centroid and area of a ring, on a plane whose width shrinks with the latitude."""
    ring = unwrapped(ring)
    shrink = math.cos(math.radians(sum(y for _, y in ring) / len(ring)))
    area = x_sum = y_sum = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        cross = x0 * y1 - x1 * y0
        area += cross
        x_sum += (x0 + x1) * cross
        y_sum += (y0 + y1) * cross
    if abs(area) < 1e-12:
        return ring[0], 0.0
    longitude = (x_sum / 3 / area + 540) % 360 - 180
    return (longitude, y_sum / 3 / area), abs(area) * shrink


def coordinates(atlas):
    """The middle of the largest part of each country, by its number."""
    topology = json.loads((atlas / "countries-50m.json").read_text())
    arcs = list(arcs_of(topology))
    largest = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        number = geometry.get("id") or WITHOUT_CODE.get(geometry["properties"]["name"])
        for ring in rings_of(geometry, arcs):
            place, area = middle(ring)
            if area > largest.get(number, (None, -1.0))[1]:
                largest[number] = (place, area)
    return {number: place for number, (place, _) in largest.items()}


def write_places(atlas):
    path = MAPS / "places.csv"
    with open(path, newline="", encoding="utf-8") as file:
        places = list(csv.DictReader(file))
    found = coordinates(atlas)
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, places[0].keys(), lineterminator="\n")
        writer.writeheader()
        for place in places:
            at = COORDINATES.get(place["iso3"]) or found.get(place["m49"])
            if at:
                place["longitude"], place["latitude"] = (f"{number:.1f}" for number in at)
            writer.writerow(place)
    return {place["m49"]: place for place in places}


def without_unused_arcs(topology):
    """Renumbers the arcs, so that those which only Antarctica had are gone."""
    numbers = {}

    def renumber(item):
        if isinstance(item, list):
            return [renumber(part) for part in item]
        index = item if item >= 0 else ~item
        number = numbers.setdefault(index, len(numbers))
        return number if item >= 0 else ~number

    for collection in topology["objects"].values():
        for geometry in collection["geometries"]:
            geometry["arcs"] = renumber(geometry["arcs"])
    topology["arcs"] = [topology["arcs"][index] for index in numbers]


def write_world(atlas, places):
    topology = json.loads((atlas / "countries-110m.json").read_text())
    kept = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        number = geometry.get("id") or WITHOUT_CODE[name]
        if number == ANTARCTICA:
            continue
        geometry["id"] = number
        geometry["properties"] = {
            "iso3": places[number]["iso3"], "name": places[number]["name"]}
        kept.append(geometry)
    countries = {"type": "GeometryCollection", "geometries": kept}
    topology["objects"] = {"countries": countries}
    topology.pop("bbox", None)
    without_unused_arcs(topology)
    text = json.dumps(topology, separators=(",", ":"), ensure_ascii=False)
    (MAPS / "world.json").write_text(text.replace('{"type":"', '\n{"type":"').lstrip() + "\n",
                                     encoding="utf-8")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    atlas = pathlib.Path(sys.argv[1])
    write_world(atlas, write_places(atlas))


main()
