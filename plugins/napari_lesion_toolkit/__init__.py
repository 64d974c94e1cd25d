"""The reading room: a napari shell around lesion-toolkit, which computes nothing."""
