"""The tables of all transfers, gathered from their parts: the name of a table is the procedure's."""

from casework.procedure.procedure import Procedure
from casework.transfers import admin_steps, in_steps, kinds, police_steps, review_steps, route_steps

POLICE = Procedure(
    kinds.POLICE,
    final=("refused_by_chief", "closed", "penalty_resumed"),
    steps=(
        police_steps.SUSPECT,
        police_steps.NAME_TEAM,
        police_steps.REPORT,
        police_steps.APPROVE,
        police_steps.REFUSE_APPROVAL,
        police_steps.SEND,
        police_steps.RECEIVE,
        police_steps.FORWARD,
        police_steps.ASK_SUPPLEMENT,
        police_steps.SUPPLEMENT,
        police_steps.REVIEW_LONGER,
        police_steps.FILE,
        police_steps.DECLINE,
        police_steps.HAND_OVER_GOODS,
        police_steps.TELL_PROGRESS,
        police_steps.TELL_OUTCOME,
        review_steps.ASK_RECONSIDERATION,
        review_steps.FILE_AFTER_ALL,
        review_steps.REFUSE_AGAIN,
        review_steps.SUGGEST_SUPERVISION,
        review_steps.ASK_REASONS,
        review_steps.EXPLAIN,
        review_steps.TELL_TO_FILE,
        review_steps.FILE_AS_TOLD,
        review_steps.END_SUPERVISION,
        review_steps.RESUME_PENALTY,
    ),
)
ADMIN = Procedure(
    kinds.ADMIN,
    final=("refused", "closed"),
    steps=(
        admin_steps.DRAFT,
        admin_steps.SUBMIT,
        admin_steps.APPROVE,
        admin_steps.REFUSE,
        admin_steps.DROP,
        admin_steps.SEND,
        admin_steps.RECEIVE,
        admin_steps.ACCEPT,
        admin_steps.RETURN,
        admin_steps.TELL_RESULT,
        admin_steps.CLOSE,
    ),
)
DESIGNATION = Procedure(
    kinds.DESIGNATION,
    final=("designated", "withdrawn"),
    steps=(
        admin_steps.ASK_DESIGNATION,
        admin_steps.DESIGNATE,
        admin_steps.WITHDRAW_REQUEST,
    ),
)
INCOMING = Procedure(
    kinds.IN,
    final=("replied",),
    steps=(
        in_steps.ANNOUNCE,
        in_steps.RECEIVE,
        in_steps.HOLD,
        in_steps.RELEASE,
        in_steps.OPEN_LEAD,
        in_steps.REPLY,
    ),
)
NOTICE = Procedure(
    kinds.NOTICE,
    final=("referred", "closed"),
    steps=(
        in_steps.GIVE_NOTICE,
        in_steps.REFER_ABROAD,
        in_steps.ACKNOWLEDGE,
        in_steps.TELL_NEWS,
        in_steps.CLOSE_NOTICE,
    ),
)
ROUTE = Procedure(
    kinds.ROUTE,
    final=("turned_down", "certified", "certificate_refused", "ended"),
    steps=(
        route_steps.GO_ON,
        route_steps.TAKE_ON,
        route_steps.HALT,
        route_steps.GO_ON_COUNTING,
        route_steps.TURN_DOWN,
        route_steps.CONCLUDE,
        route_steps.CERTIFY,
        route_steps.REFUSE_CERTIFICATE,
        route_steps.END,
    ),
)
