"""The outlines of all countries, which ship with the package, cut at the 180th meridian and the poles."""
