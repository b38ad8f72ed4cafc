"""Files with type, checksum and expiry, served safely; PDF and QR output."""
