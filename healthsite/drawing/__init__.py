"""The drawings of exercises: a jointed mannequin in three dimensions, seen by a camera and written as SVG."""
