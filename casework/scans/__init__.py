"""Signed papers that come back as scans (签署件回收): matched by the code printed on them, their signatures ticked."""
