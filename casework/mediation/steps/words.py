"""Posts, groups of states and groups of clocks that the table names more than once."""

REGISTRAR = ("registrar@committee",)
CHAIR = ("chair@committee",)
MEDIATOR = ("mediator@committee",)
DESK = REGISTRAR + MEDIATOR
SEAL_KEEPER = ("seal_keeper@committee",)
FILE_ROOM = ("archivist@committee",)

BEFORE = ("registered", "under_review", "awaiting_supplement", "awaiting_consent")
RUNNING = ("accepted", "mediator_set", "in_mediation", "suspended")
OPEN = (*RUNNING, "signing")
ENDED = ("not_accepted", "declined", "terminated", "withdrawn", "transferred")
REVIEW = ("M-14", "M-14.supplement", "M-10.consent", "C-18")
COURT_PERIODS = (
    "C-09.assigned",
    "C-09.entrusted_ordinary",
    "C-09.entrusted_summary",
    "C-19.pre_filing",
    "C-19.entrusted_ordinary",
    "C-19.entrusted_summary",
)
WINDOW = ("J-02", "J-08")
CHOICE = ("C-16", "C-17", "C-18")
