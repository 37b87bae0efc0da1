"""Who acts at the intake, and the clocks that an answer stops."""

STATION = ("clerk@station",)
AUTHORITY = (
    "officer@ip_office",
    "officer@bureau",
    "officer@culture",
    "officer@agriculture",
    "officer@forestry",
    "officer@customs",
)
INTAKE = STATION + AUTHORITY
COMMITTEE = ("registrar@committee",)
ANSWER = ("CMP-3", "CMP-11")
SIGN = "ADM-6.sign"
