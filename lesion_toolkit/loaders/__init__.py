"""DICOM and other files in."""
