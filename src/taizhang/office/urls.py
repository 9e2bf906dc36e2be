"""Addresses of the office."""

from django.urls import path
from django.views.generic import RedirectView

from taizhang.office.views import (
    account,
    admin,
    checking,
    desk,
    handing_out,
    house,
    leader,
    ledger,
    reports,
    sheets,
    tasks,
)
from taizhang.office.views.common import page

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("login", account.sign_in, name="login"),
    path("logout", account.sign_out, name="logout"),
    path("password", account.password, name="password"),
    path("language", account.language, name="language"),
    path("alive", house.alive, name="alive"),
    path("ledger", ledger.ledger, name="ledger"),
    path("ledger.xlsx", ledger.ledger_sheet, name="ledger_sheet"),
    path("ledger/step/<slug:step>", handing_out.ledger_step, name="ledger_step"),
    path("ledger/views", ledger.save_view, name="save_view"),
    path("ledger/views/<int:pk>/drop", ledger.drop_view, name="drop_view"),
    path(
        "ledger/drafted",
        page("ledger.view")(RedirectView.as_view(url="/ledger?state=drafted")),
        name="ledger_drafted",
    ),
    path("sheets", sheets.sheet_upload, name="sheet_upload"),
    path("sheets/template.xlsx", sheets.sheet_template, name="sheet_template"),
    path("sheets/<int:pk>", sheets.sheet_preview, name="sheet"),
    path("sheets/<int:pk>/apply", sheets.sheet_apply, name="sheet_apply"),
    path("tasks/new", tasks.task_new, name="task_new"),
    path("tasks/<int:pk>", tasks.task_page, name="task"),
    path("tasks/<int:pk>/edit", tasks.task_edit, name="task_edit"),
    path("tasks/<int:pk>/step/<slug:step>", tasks.task_step, name="task_step"),
    path("files/<int:pk>", house.file, name="file"),
    path("overview", leader.overview, name="overview"),
    path("units", leader.unit_list, name="units"),
    path("units/new", admin.unit_form, name="unit_new"),
    path("units/roster", admin.roster_form, name="unit_roster"),
    path("units/<int:pk>", leader.unit_page, name="unit"),
    path("units/<int:pk>/edit", admin.unit_form, name="unit_edit"),
    path("posts/new", admin.post_form, name="post_new"),
    path("posts/<int:pk>/edit", admin.post_form, name="post_edit"),
    path("people", admin.person_list, name="people"),
    path("people/new", admin.person_form, name="person_new"),
    path("people/<int:pk>/edit", admin.person_form, name="person_edit"),
    path("burden", leader.burden_page, name="burden"),
    path("reports", reports.report_list, name="reports"),
    path("reports/upload", reports.report_upload, name="report_upload"),
    path("reports/<int:pk>", reports.report_page, name="report"),
    path("reports/<int:pk>/progress", reports.report_progress, name="report_progress"),
    path("reports/<int:pk>/again", reports.report_again, name="report_again"),
    path("reports/<int:pk>/close", reports.report_close, name="report_close"),
    path("reports/<int:pk>/check", checking.report_check, name="report_check"),
    path("reports/<int:pk>/rows", checking.row_add, name="row_add"),
    path("reports/<int:pk>/open", handing_out.report_open, name="report_open"),
    path("reports/<int:pk>/gold.jsonl", reports.report_gold, name="report_gold"),
    path("rows/<int:pk>/form/<slug:form>", checking.row_form, name="row_form"),
    path("rows/<int:pk>/<slug:act>", checking.row_act, name="row_act"),
    path("accuracy", reports.accuracy_page, name="accuracy"),
    path("rights", house.rights_page, name="rights"),
    path("rules", house.rules_page, name="rules"),
    path("record", house.record_page, name="record"),
]
handler400 = "taizhang.office.views.errors.bad_request"
handler404 = "taizhang.office.views.errors.not_found"
handler500 = "taizhang.office.views.errors.broken"
