"""Transfers K1 to K13 (移送): between agencies, to and from police and procuratorate, outward routes, notices."""
