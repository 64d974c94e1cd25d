"""Synthetic multiphase livers with known truth, as real DICOM."""
