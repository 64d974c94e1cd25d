"""An independent, slow measurement of the same polygon, by plane geometry (shapely)."""

import numpy as np
import shapely
from skimage.measure import find_contours


def polygon(region, spacing_mm):
    """Marching-squares polygon in mm (x, y), slightly thickened, and its vertices."""
    field = np.pad(np.asarray(region, float), 1)
    contours = find_contours(field, 0.5, fully_connected="low")
    scale = np.array(spacing_mm)
    rings = [((contour - 1) * scale)[:, ::-1] for contour in contours]
    area = shapely.Polygon()
    for ring in rings:
        area = area.symmetric_difference(shapely.Polygon(ring).buffer(0))
    # shapely loses segments that lie on a slanting edge by rounding: 1e-7 mm thicker
    return area.buffer(1e-7), np.concatenate([ring[:-1] for ring in rings])


def longest_gaps(area, starts, ends):
    """Longest stretch outside the area, for each segment."""
    lines = shapely.linestrings(np.stack([starts, ends], axis=1))
    outside, owner = shapely.get_parts(
        shapely.difference(lines, area), return_index=True
    )
    gaps = np.zeros(len(lines))
    np.maximum.at(gaps, owner, shapely.length(outside))
    return gaps


def longest_between_vertices(region, spacing_mm, gap_mm):
    """Longest admissible segment between two vertices: every pair, longest first."""
    area, vertices = polygon(region, spacing_mm)
    i, j = np.triu_indices(len(vertices), 1)
    lengths = np.hypot(*(vertices[i] - vertices[j]).T)
    order = np.argsort(-lengths, kind="stable")
    if gap_mm == 0.0:  # a segment with its middle outside need not be cut
        x, y = ((vertices[i] + vertices[j]) / 2)[order].T
        shapely.prepare(area)
        order = order[shapely.intersects_xy(area, x, y)]
    for part in np.array_split(order, max(len(order) // 512, 1)):
        gaps = longest_gaps(area, vertices[i[part]], vertices[j[part]])
        admissible = np.flatnonzero(gaps <= gap_mm + 1e-6)
        if admissible.size:
            return lengths[part[admissible[0]]]
    return 0.0


def longest_on_lines(region, spacing_mm, gap_mm=0.0):
    """Longest stretch inside on any line through two vertices (every pair).

    Where no gap is allowed this is the optimum over *all* segments.
    """
    area, vertices = polygon(region, spacing_mm)
    i, j = np.triu_indices(len(vertices), 1)
    along = vertices[j] - vertices[i]
    lengths = np.hypot(*along.T)
    i, along = (
        i[lengths > 1e-9],
        (along / np.maximum(lengths, 1e-9)[:, None])[lengths > 1e-9],
    )
    reach = np.hypot(*np.ptp(vertices, axis=0)) + 1
    lines = shapely.linestrings(
        np.stack([vertices[i] - reach * along, vertices[i] + reach * along], axis=1)
    )
    inside = shapely.get_parts(shapely.intersection(lines, area))
    return shapely.length(inside).max(initial=0.0)
