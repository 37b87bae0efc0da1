"""What the rooms hand in: blueprints and acts. A new room is one line in each list."""

from casework.adjudication.acts import ACTS as ADJUDICATION_ACTS
from casework.adjudication.mediation_acts import ACTS as PATENT_MEDIATION_ACTS
from casework.adjudication.opinion_acts import ACTS as OPINION_ACTS
from casework.administration import office_views, template_views
from casework.administration import views as administration_views
from casework.complaints import help_views as filing_views
from casework.complaints import views as complaint_views
from casework.complaints.acts import ACTS as COMPLAINT_ACTS
from casework.confirmation import views as confirmation_views
from casework.confirmation.acts import ACTS as CONFIRMATION_ACTS
from casework.corrections.acts import ACTS as CORRECTION_ACTS
from casework.counter import views as counter_views
from casework.desk import day_views, file_views, guide_views, package_views, room_views
from casework.desk import views as desk_views
from casework.enforcement.acts import ACTS as ENFORCEMENT_ACTS
from casework.exchange import models as exchange_models
from casework.exchange.ledger import views as ledger_views
from casework.jobs import models as job_models
from casework.jobs import views as job_views
from casework.labels.acts import ACTS as LABEL_ACTS
from casework.litigation.acts import ACTS as LITIGATION_ACTS
from casework.mediation import views as mediation_views
from casework.mediation.acts import ACTS as MEDIATION_ACTS
from casework.notices import views as notice_views
from casework.performance import views as performance_views
from casework.performance.acts import ACTS as PERFORMANCE_ACTS
from casework.portal import filing_views as online_filing_views
from casework.portal import staff as portal_staff
from casework.portal import views as portal_views
from casework.procedure.procedure import PROCEDURES, Procedure
from casework.scans.acts import ACTS as SCAN_ACTS
from casework.service import views as service_views
from casework.service.acts import ACTS as SERVICE_ACTS
from casework.sittings import practice_views
from casework.sittings import views as sitting_views
from casework.statistics import (
    elsewhere_views,
    indicator_views,
    open_views,
    picture_views,
    publish_views,
    table_views,
    upper_views,
)
from casework.statistics import views as statistics_views
from casework.transfers.acts import ACTS as TRANSFER_ACTS
from casework.web import checking, glyphs, own_password, sign_in

TABLES_WITHOUT_SCREENS = (exchange_models, job_models)
BLUEPRINTS = (
    administration_views.bp,
    office_views.bp,
    template_views.bp,
    sign_in.bp,
    own_password.bp,
    checking.bp,
    glyphs.bp,
    complaint_views.bp,
    filing_views.bp,
    confirmation_views.bp,
    counter_views.bp,
    desk_views.bp,
    job_views.bp,
    ledger_views.bp,
    room_views.bp,
    day_views.bp,
    file_views.bp,
    package_views.bp,
    guide_views.bp,
    mediation_views.bp,
    notice_views.bp,
    performance_views.bp,
    online_filing_views.bp,
    portal_staff.bp,
    service_views.bp,
    sitting_views.bp,
    practice_views.bp,
    portal_views.bp,
    statistics_views.bp,
    table_views.bp,
    publish_views.bp,
    indicator_views.bp,
    picture_views.bp,
    elsewhere_views.bp,
    upper_views.bp,
    open_views.bp,
)

ACTS = (
    *ADJUDICATION_ACTS,
    *COMPLAINT_ACTS,
    *CONFIRMATION_ACTS,
    *CORRECTION_ACTS,
    *ENFORCEMENT_ACTS,
    *LABEL_ACTS,
    *LITIGATION_ACTS,
    *MEDIATION_ACTS,
    *OPINION_ACTS,
    *PATENT_MEDIATION_ACTS,
    *PERFORMANCE_ACTS,
    *SCAN_ACTS,
    *SERVICE_ACTS,
    *TRANSFER_ACTS,
)


def procedures() -> dict[str, Procedure]:
    """All procedures of the house by name; importing this module has entered them."""
    return dict(sorted(PROCEDURES.items()))
