from django.urls import path

from jurdil.parties import views

app_name = "parties"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:election_id>/<slug:contest>/", views.contest, name="contest"),
    path(
        "<int:election_id>/<slug:contest>/partai-nasional/",
        views.use_national,
        name="use_national",
    ),
    path("calon/<int:candidate_id>/", views.candidate, name="candidate"),
]
