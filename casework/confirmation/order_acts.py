"""The acts of a payment order as resources."""

from casework.confirmation import order_forms as forms
from casework.confirmation import order_steps as steps
from casework.confirmation import order_verbs as verbs
from casework.confirmation.forms import NoFacts
from casework.confirmation.order_models import NAME
from casework.counter.act import Act, Opening

ORDER_ACTS = (
    Opening(NAME, steps.ASK_FOR_ORDER, "order-application", forms.OrderAskedForm, verbs.ask_for_order, verbs.proposed),
    Act(NAME, steps.TAKE_ORDER_CASE, "order-acceptance", forms.OrderNotedForm, verbs.take_order_case),
    Act(NAME, steps.REJECT_ORDER, "order-rejection", forms.OrderEndedForm, verbs.reject_order),
    Act(NAME, steps.ISSUE_ORDER, "order", forms.OrderNotedForm, verbs.issue_order),
    Act(NAME, steps.SERVE_ORDER, "order-service", forms.OrderDayForm, verbs.serve_order),
    Act(NAME, steps.OBJECT_TO_ORDER, "order-objection", forms.OrderObjectionForm, verbs.object_to_order),
    Act(NAME, steps.LET_ORDER_LAPSE, "order-lapse", forms.OrderLapseForm, verbs.let_order_lapse),
    Act(NAME, steps.ORDER_BECOMES_ENFORCEABLE, "order-force", NoFacts, verbs.order_becomes_enforceable),
    Act(NAME, steps.PAY_ORDER, "order-payment", forms.OrderDayForm, verbs.pay_order),
    Act(NAME, steps.WITHDRAW_ORDER, "order-withdrawal", forms.OrderEndedForm, verbs.withdraw_order),
)
