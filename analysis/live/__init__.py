"""Widgets for the desk: the only joiners of the stages beside notebooks."""
