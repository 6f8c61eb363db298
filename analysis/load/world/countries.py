"""The countries of the world, from the file beside this one, whose origin and licence stand beside it too."""

from importlib.resources import as_file, files

import geopandas as gpd
import pandas as pd

from analysis.load.world.wrapping import wrapped
from analysis.model.frames import BOUNDARIES

FILE = "countries-50m.json"

WRITTEN_OUT = {
    "Antigua and Barb.": "Antigua and Barbuda",
    "Ashmore and Cartier Is.": "Ashmore and Cartier Islands",
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Br. Indian Ocean Ter.": "British Indian Ocean Territory",
    "British Virgin Is.": "British Virgin Islands",
    "Cayman Is.": "Cayman Islands",
    "Central African Rep.": "Central African Republic",
    "Cook Is.": "Cook Islands",
    "Dem. Rep. Congo": "DR Congo",
    "Dominican Rep.": "Dominican Republic",
    "Eq. Guinea": "Equatorial Guinea",
    "Faeroe Is.": "Faroe Islands",
    "Falkland Is.": "Falkland Islands",
    "Fr. Polynesia": "French Polynesia",
    "Fr. S. Antarctic Lands": "French Southern and Antarctic Lands",
    "Heard I. and McDonald Is.": "Heard Island and McDonald Islands",
    "Indian Ocean Ter.": "Indian Ocean Territories",
    "Macedonia": "North Macedonia",
    "Marshall Is.": "Marshall Islands",
    "N. Cyprus": "Northern Cyprus",
    "N. Mariana Is.": "Northern Mariana Islands",
    "Pitcairn Is.": "Pitcairn Islands",
    "S. Geo. and the Is.": "South Georgia and the South Sandwich Islands",
    "S. Sudan": "South Sudan",
    "Solomon Is.": "Solomon Islands",
    "St. Kitts and Nevis": "Saint Kitts and Nevis",
    "St. Pierre and Miquelon": "Saint Pierre and Miquelon",
    "St. Vin. and Gren.": "Saint Vincent and the Grenadines",
    "St-Barthélemy": "Saint Barthélemy",
    "St-Martin": "Saint Martin",
    "Turks and Caicos Is.": "Turks and Caicos Islands",
    "U.S. Virgin Is.": "US Virgin Islands",
    "W. Sahara": "Western Sahara",
    "Wallis and Futuna Is.": "Wallis and Futuna",
    "eSwatini": "Eswatini",
}
"""Names that the file cuts short to fit a map of the world, or that have changed since, as they are usual."""


def countries() -> gpd.GeoDataFrame:
    """The countries of the world, 1:50 million: `frames.BOUNDARIES`, without Arabic names.

    `iso` is the numeric code of ISO 3166-1, and missing for the five territories that have none.
    """
    with as_file(files("analysis.load.world") / FILE) as source:
        read = gpd.read_file(source, layer="countries")
    no_name = pd.Series(None, index=read.index, dtype="str")
    named = read.rename(columns={"id": "iso"}).assign(
        name=read["name"].replace(WRITTEN_OUT), name_ar=no_name, level="country"
    )
    outlines = named.set_geometry([wrapped(shape) for shape in read.geometry], crs="EPSG:4326")
    return outlines[list(BOUNDARIES.names)]
