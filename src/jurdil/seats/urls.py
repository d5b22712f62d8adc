"""Addresses of the room; words come before `<election>/<contest>/`."""

from django.urls import path

from jurdil.seats.views import count, determined, pairs, papers, paw, people, plan

app_name = "seats"
CONTEST = "<int:election_id>/<slug:contest>/"
MEMBER = "<str:dapil>/<str:party>/<int:number>/"

urlpatterns = [
    path("", count.index, name="index"),
    path("penetapan/<int:decision_id>/", determined.page, name="determination"),
    path("paw/", paw.register, name="paw"),
    path("paw/<int:case_id>/", paw.case, name="paw_case"),
    path("paw/<int:case_id>/periksa/", paw.check, name="paw_check"),
    path("paw/<int:case_id>/jawab/", paw.answer, name="paw_answer"),
    path("rancangan/<int:draft_id>/", plan.draft, name="draft"),
    path(f"{CONTEST}ambang/", count.threshold, name="threshold"),
    path(CONTEST, count.contest, name="contest"),
    path(f"{CONTEST}hitung/", count.count, name="count"),
    path(f"{CONTEST}suara.csv", count.inputs, name="inputs"),
    path(f"{CONTEST}calon.csv", count.candidates, name="candidates"),
    path(f"{CONTEST}putusan/", pairs.decide, name="decide_pair"),
    path(f"{CONTEST}penetapan/", determined.determine, name="determine"),
    path(f"{CONTEST}naskah/<slug:kind>/", papers.draft, name="paper"),
    path(f"{CONTEST}terpilih/", people.elected, name="elected"),
    path(f"{CONTEST}terpilih/{MEMBER}", people.member, name="member"),
    path(f"{CONTEST}paw/", paw.new, name="paw_new"),
    path(f"{CONTEST}penataan/", plan.plans, name="plans"),
    path(f"{CONTEST}penataan/penduduk/", plan.population, name="population"),
    path(f"{CONTEST}penataan/rancangan/", plan.draft_new, name="draft_new"),
    path(f"{CONTEST}penataan/putusan/", plan.decide, name="dapil_decision"),
    path(f"{CONTEST}dapil/<str:dapil>/", count.dapil, name="dapil"),
    path(f"{CONTEST}dapil/<str:dapil>/putusan/", count.decide, name="decide"),
]
